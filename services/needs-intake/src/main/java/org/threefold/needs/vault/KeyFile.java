package org.threefold.needs.vault;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file of the master keys: {@code current=<id>}, {@code key.<id>=<32 bytes in Base64>} for each
 * key that may still be needed, and {@code index=<32 bytes in Base64>}. It is read at the start,
 * and again when a key is asked for that was not in it.
 */
final class KeyFile {

  private static final String FIRST = "first";

  private final Path file;
  private volatile MasterKeys keys;

  private KeyFile(Path file) {
    this.file = file;
    this.keys = read(file);
  }

  /**
   * Opens the file of the settings, or makes it if they say so.
   *
   * @throws IllegalStateException saying what to do, if there is none or it is not whole
   */
  static KeyFile open(VaultSettings settings, Sealing sealing) {
    Path file = settings.keys();
    if (file != null && settings.makeKeys() && !Files.exists(file)) {
      make(file, sealing);
    }
    if (file == null || !Files.exists(file)) {
      throw new IllegalStateException(
          "needs.vault.keys names no file of master keys"
              + (file == null ? "" : ": " + file + " is not there")
              + ". Make one with the lines current=k1, key.k1=… and index=…, each … being what"
              + " `openssl rand -base64 32` prints, and keep it apart from every backup of the"
              + " store; or set needs.vault.make-keys=true on a machine of your own.");
    }
    return new KeyFile(file);
  }

  /** The keys as they were last read. */
  MasterKeys keys() {
    return keys;
  }

  /** The keys as the file has them now. */
  MasterKeys readAgain() {
    keys = read(file);
    return keys;
  }

  /** The wrapping key of this id, looked for in the file once more if it is not known. */
  byte @Nullable [] wrapping(String id) {
    byte[] known = keys.wrapping(id);
    return known != null ? known : readAgain().wrapping(id);
  }

  private static MasterKeys read(Path file) {
    var lines = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      lines.load(in);
      return MasterKeys.of(lines);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The master keys in " + file + " cannot be read", unreadable);
    } catch (IllegalArgumentException damaged) {
      throw new IllegalStateException(
          "The master keys in " + file + " are not whole: " + damaged.getMessage(), damaged);
    }
  }

  private static void make(Path file, Sealing sealing) {
    var base64 = Base64.getEncoder();
    String lines =
        "# Whoever has this file and the store knows who the residents are.\n"
            + "current=%s\nkey.%s=%s\nindex=%s\n"
                .formatted(
                    FIRST,
                    FIRST,
                    base64.encodeToString(sealing.newKey()),
                    base64.encodeToString(sealing.newKey()));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly()));
      Files.writeString(file, lines, StandardCharsets.US_ASCII);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("There can be no master keys in " + file, unwritable);
    }
  }

  private static Set<java.nio.file.attribute.PosixFilePermission> ownerOnly() {
    return PosixFilePermissions.fromString("rw-------");
  }
}
