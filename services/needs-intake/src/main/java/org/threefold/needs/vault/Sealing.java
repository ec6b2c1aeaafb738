package org.threefold.needs.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals bytes so that only who has the key can read them, and nobody can change them or put them in
 * another place unnoticed.
 *
 * <p>The form is one byte for the {@link Algorithm}, a nonce of 12 random bytes, and the ciphertext
 * with its tag of 16 bytes. A key seals far fewer than the 2³² things after which random nonces
 * would have to be feared (NIST SP 800-38D, 8.3).
 */
final class Sealing {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Algorithm algorithm = Algorithm.AES_256_GCM;
  private final SecureRandom random;

  Sealing(SecureRandom random) {
    this.random = random;
  }

  byte[] newKey() {
    byte[] key = new byte[algorithm.keyBytes()];
    random.nextBytes(key);
    return key;
  }

  /**
   * The plain bytes, sealed.
   *
   * @param place where they will stand; they can be opened nowhere else
   */
  byte[] seal(byte[] key, byte[] plain, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, algorithm, key, nonce, place).doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
          .put((byte) algorithm.number())
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("This JDK cannot seal with " + algorithm, impossible);
    }
  }

  /**
   * What was sealed with this key for this place.
   *
   * @throws Unreadable if it was not, or was changed since
   */
  byte[] open(byte[] key, byte[] sealed, String place) {
    if (sealed.length <= NONCE_BYTES) {
      throw new Unreadable("Too short to be sealed", null);
    }
    var bytes = ByteBuffer.wrap(sealed);
    Algorithm with = Algorithm.of(bytes.get());
    byte[] nonce = new byte[NONCE_BYTES];
    byte[] rest = new byte[sealed.length - 1 - NONCE_BYTES];
    bytes.get(nonce).get(rest);
    try {
      return cipher(Cipher.DECRYPT_MODE, with, key, nonce, place).doFinal(rest);
    } catch (GeneralSecurityException notOurs) {
      throw new Unreadable("Cannot be opened with this key in this place", notOurs);
    }
  }

  private static Cipher cipher(int mode, Algorithm with, byte[] key, byte[] nonce, String place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(with.transformation());
    cipher.init(
        mode, new SecretKeySpec(key, with.keyType()), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
