package org.threefold.e2e.checking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One record of a topic.
 *
 * @param topic without the county's prefix
 * @param headers as text, in the order of their names
 */
record Spoken(
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    SortedMap<String, String> headers,
    byte @Nullable [] value) {

  String place() {
    return topic + "-" + partition + "@" + offset;
  }

  byte[] data() {
    return value == null ? new byte[0] : value;
  }

  /** Over everything that a consumer sees of it, wherever it stands. */
  String digest() {
    MessageDigest digest = sha256();
    headers.forEach((name, text) -> {
      digest.update((name + "=" + text + "\n").getBytes(StandardCharsets.UTF_8));
    });
    digest.update(data());
    return HexFormat.of().formatHex(digest.digest());
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
