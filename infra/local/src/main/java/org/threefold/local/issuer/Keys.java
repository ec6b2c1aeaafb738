package org.threefold.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.HexFormat;

/**
 * The signing key and the personas' secret, made once for each data directory and kept there for
 * the owner only.
 */
final class Keys {

  private static final int KEY_BITS = 2048;
  private static final int SECRET_BYTES = 12;

  private final RSAKey signing;
  private final String secret;

  Keys(Path data) {
    try {
      Files.createDirectories(data);
      this.signing = RSAKey.parse(once(data.resolve("signing-key.json"), newKey()));
      this.secret = once(data.resolve("secret"), newSecret());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The issuer cannot keep its keys in " + data, unreadable);
    } catch (ParseException damaged) {
      throw new IllegalStateException("The issuer's key in " + data + " is damaged", damaged);
    }
  }

  RSAKey signing() {
    return signing;
  }

  String secret() {
    return secret;
  }

  private static String once(Path file, String fresh) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, fresh);
    }
    return Files.readString(file).strip();
  }

  private static String newKey() {
    try {
      return new RSAKeyGenerator(KEY_BITS).keyIDFromThumbprint(true).generate().toJSONString();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("This JDK cannot make RSA keys", impossible);
    }
  }

  private static String newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
