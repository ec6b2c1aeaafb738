package org.threefold.needs.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threefold.testkit.mongo.LocalMongo;

class VaultTest {

  private static final Sealing SEALING = new Sealing(new SecureRandom());
  private static final String INDEX = key();
  private static final String FIRST = key();
  private static final String SECOND = key();

  @TempDir Path home;

  private LocalMongo mongo;
  private MongoClient client;
  private MongoDatabase database;
  private Vault vault;

  private static String key() {
    return Base64.getEncoder().encodeToString(SEALING.newKey());
  }

  @BeforeEach
  void start() throws IOException {
    mongo = LocalMongo.inMemory();
    client = MongoClients.create(mongo.uri());
    database = client.getDatabase("needs");
    masterKeys("k1", Map.of("k1", FIRST));
    vault = vault();
  }

  @AfterEach
  void stop() {
    client.close();
    mongo.close();
  }

  private void masterKeys(String current, Map<String, String> keys) throws IOException {
    var lines = new StringBuilder("current=" + current + "\nindex=" + INDEX + "\n");
    keys.forEach((id, key) -> lines.append("key.%s=%s%n".formatted(id, key)));
    Files.writeString(home.resolve("keys"), lines);
  }

  private Vault vault() {
    KeyFile file = KeyFile.open(new VaultSettings(home.resolve("keys"), false), SEALING);
    return new Vault(new WrappedKeys(database), file, SEALING);
  }

  private MongoCollection<Document> keys() {
    return database.getCollection("resident-keys");
  }

  private Document stored(String subject) {
    return Objects.requireNonNull(keys().find(new Document("_id", subject)).first());
  }

  @Test
  void a_subject_has_one_key_for_ever() {
    String sealed = vault.keyFor("R-1").seal("NAME", "张标记");
    assertThat(vault.keyFor("R-1").open("NAME", sealed)).isEqualTo("张标记");
    assertThat(vault().find("R-1").orElseThrow().open("NAME", sealed)).isEqualTo("张标记");
    assertThat(vault.findAll(List.of("R-1", "R-2"))).containsOnlyKeys("R-1");
    assertThat(vault.keyFor("R-1")).hasToString("***");
  }

  @Test
  void what_is_sealed_for_one_does_not_open_for_another_nor_elsewhere() {
    String sealed = vault.keyFor("R-1").seal("NAME", "张标记");
    SubjectKey other = vault.keyFor("R-2");
    assertThatThrownBy(() -> other.open("NAME", sealed)).isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> vault.keyFor("R-1").open("ADDRESS", sealed))
        .isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> vault.keyFor("R-1").open("NAME", "不是密文"))
        .isInstanceOf(Unreadable.class)
        .hasMessageNotContaining("不是密文");
  }

  @Test
  void one_subjects_key_cannot_be_put_in_the_place_of_anothers() {
    vault.keyFor("R-1");
    vault.keyFor("R-2");
    Document first = stored("R-1");
    keys().replaceOne(new Document("_id", "R-2"), first.append("_id", "R-2"));
    assertThatThrownBy(() -> vault.find("R-2")).isInstanceOf(Unreadable.class);
  }

  @Test
  void what_was_sealed_with_a_destroyed_key_cannot_be_opened() {
    SubjectKey before = vault.keyFor("R-1");
    String sealed = before.seal("NAME", "张标记");
    vault.destroy("R-1");
    assertThat(vault.find("R-1")).isEmpty();
    SubjectKey after = vault.keyFor("R-1");
    assertThatThrownBy(() -> after.open("NAME", sealed)).isInstanceOf(Unreadable.class);
  }

  @Test
  void keys_are_wrapped_anew_and_old_master_keys_can_go() throws IOException {
    String sealed = vault.keyFor("R-1").seal("NAME", "张标记");
    masterKeys("k2", Map.of("k1", FIRST, "k2", SECOND));
    assertThat(vault.find("R-1").orElseThrow().open("NAME", sealed)).isEqualTo("张标记");
    assertThat(vault.wrapAnew()).isEqualTo(1);
    assertThat(vault.wrapAnew()).isZero();
    assertThat(vault.counts()).isEqualTo(Map.of("k2", 1L));
    vault.keyFor("R-2");
    assertThat(vault.counts()).isEqualTo(Map.of("k2", 2L));
    masterKeys("k2", Map.of("k2", SECOND));
    assertThat(vault().find("R-1").orElseThrow().open("NAME", sealed)).isEqualTo("张标记");
  }

  @Test
  void a_key_from_a_backup_is_of_use_only_as_long_as_its_master_key_is_there() throws IOException {
    String sealed = vault.keyFor("R-1").seal("NAME", "张标记");
    vault.keyFor("R-2");
    Document backup = stored("R-1");
    vault.destroy("R-1");
    keys().insertOne(backup);
    assertThat(vault.find("R-1").orElseThrow().open("NAME", sealed)).isEqualTo("张标记");
    vault.destroy("R-1");

    masterKeys("k2", Map.of("k1", FIRST, "k2", SECOND));
    vault.wrapAnew();
    masterKeys("k2", Map.of("k2", SECOND));
    keys().insertOne(backup);
    Vault restarted = vault();
    assertThatThrownBy(() -> restarted.find("R-1")).isInstanceOf(Unreadable.class);
    assertThat(restarted.find("R-2")).isPresent();
  }

  @Test
  void fingerprints_tell_kinds_apart_and_need_the_key() throws IOException {
    String phone = vault.fingerprint("PHONE", "13800000001");
    assertThat(vault.fingerprint("PHONE", "13800000001")).isEqualTo(phone);
    assertThat(vault.fingerprint("PHONE", "13800000002")).isNotEqualTo(phone);
    assertThat(vault.fingerprint("ID_NUMBER", "13800000001")).isNotEqualTo(phone);
    Files.writeString(
        home.resolve("keys"), "current=k1\nkey.k1=%s\nindex=%s\n".formatted(FIRST, key()));
    assertThat(vault().fingerprint("PHONE", "13800000001")).isNotEqualTo(phone);
  }

  @Test
  void references_are_random_uuids_and_the_same_for_the_same_request() {
    String reference = vault.reference("somebody:key-1");
    assertThat(reference).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-.{12}");
    assertThat(vault.reference("somebody:key-1")).isEqualTo(reference);
    assertThat(vault.reference("somebody:key-2")).isNotEqualTo(reference);
  }
}
