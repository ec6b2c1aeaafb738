package org.threefold.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The key of the local county's hotline at the Open311 door: made once for each data directory and
 * kept there in {@code open311/key}, for the owner only. The service is given the file beside it,
 * in which the key itself does not stand.
 */
final class HotlineKey {

  /** The name, the channel and the division that needs intake knows the key by. */
  private static final String KNOWN_AS = "=hotline PHONE 511523\n";

  private static final int KEY_BYTES = 24;

  private HotlineKey() {}

  /** The file for needs intake; made with its key, if they are not there. */
  static Path knownIn(Path data) {
    Path folder = data.resolve("open311");
    Path key = folder.resolve("key");
    Path known = folder.resolve("keys");
    try {
      Files.createDirectories(folder);
      if (!Files.exists(key)) {
        Files.createFile(
            key,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, fresh());
      }
      Files.writeString(known, hash(Files.readString(key).strip()) + KNOWN_AS);
      return known;
    } catch (IOException unwritable) {
      throw new UncheckedIOException("There can be no key in " + folder, unwritable);
    }
  }

  private static String fresh() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String hash(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
