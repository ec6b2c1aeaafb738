package org.threefold.needs.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes (HMAC-SHA-256): who has no key can neither turn them back nor try all the phone
 * numbers there are.
 */
final class Fingerprints {

  private static final String ALGORITHM = "HmacSHA256";

  /** What makes sixteen bytes a random UUID (RFC 9562, 5.4). */
  private static final long VERSION_MASK = 0xFFFF_FFFF_FFFF_0FFFL;

  private static final long VERSION = 0x4000L;
  private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final SecretKeySpec key;

  Fingerprints(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** What stands for this value of this kind. */
  String of(String kind, String value) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash(kind, value));
  }

  /** A UUID that stands for this request. */
  String reference(String request) {
    var bytes = ByteBuffer.wrap(hash("reference", request));
    return new UUID(
            (bytes.getLong() & VERSION_MASK) | VERSION, (bytes.getLong() & VARIANT_MASK) | VARIANT)
        .toString();
  }

  private byte[] hash(String kind, String value) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal((kind + "\n" + value).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
    }
  }
}
