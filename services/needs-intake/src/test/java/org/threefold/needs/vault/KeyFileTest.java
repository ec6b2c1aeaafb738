package org.threefold.needs.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

  private static final Sealing SEALING = new Sealing(new SecureRandom());

  @TempDir Path home;

  private static String key() {
    return Base64.getEncoder().encodeToString(SEALING.newKey());
  }

  private KeyFile opened(String lines) throws IOException {
    Files.writeString(home.resolve("keys"), lines);
    return KeyFile.open(new VaultSettings(home.resolve("keys"), false), SEALING);
  }

  @Test
  void without_a_file_the_service_does_not_start_and_says_what_to_do() {
    assertThatThrownBy(() -> KeyFile.open(new VaultSettings(null, true), SEALING))
        .hasMessageContaining("needs.vault.keys")
        .hasMessageContaining("openssl rand -base64 32");
    Path missing = home.resolve("missing");
    assertThatThrownBy(() -> KeyFile.open(new VaultSettings(missing, false), SEALING))
        .hasMessageContaining(missing + " is not there");
    assertThat(missing).doesNotExist();
  }

  @Test
  void a_file_that_may_be_made_is_made_once_and_for_its_owner_only() throws IOException {
    Path file = home.resolve("vault/keys");
    var settings = new VaultSettings(file, true);
    MasterKeys made = KeyFile.open(settings, SEALING).keys();
    MasterKeys again = KeyFile.open(settings, SEALING).keys();
    assertThat(again.wrapping(again.current())).isEqualTo(made.wrapping(made.current()));
    assertThat(again.index()).isEqualTo(made.index());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_file_that_is_not_whole_is_refused_by_name_and_without_what_is_in_it() {
    String good = key();
    assertThatThrownBy(() -> opened("current=k1\nindex=" + good)).hasMessageContaining("k1");
    assertThatThrownBy(() -> opened("current=k1\nkey.k1=" + good))
        .hasMessageContaining("index is not 32 bytes");
    assertThatThrownBy(() -> opened("current=k1\nkey.k1=c2hvcnQ=\nindex=" + good))
        .hasMessageContaining("key.k1 is not 32 bytes")
        .hasMessageNotContaining("c2hvcnQ");
    assertThatThrownBy(() -> opened("current=k1\nkey.k1=!secret!\nindex=" + good))
        .hasMessageContaining("key.k1 is not 32 bytes")
        .hasMessageNotContaining("!secret!");
  }

  @Test
  void a_key_that_came_later_is_found_without_a_start() throws IOException {
    String lines = "current=k1\nkey.k1=" + key() + "\nindex=" + key() + "\n";
    KeyFile file = opened(lines);
    assertThat(file.wrapping("k2")).isNull();
    Files.writeString(home.resolve("keys"), lines + "key.k2=" + key() + "\n");
    assertThat(file.wrapping("k2")).hasSize(32);
    assertThat(file.keys()).hasToString("***");
  }
}
