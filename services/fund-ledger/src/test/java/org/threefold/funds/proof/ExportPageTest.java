package org.threefold.funds.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threefold.funds.journal.Entry;
import org.threefold.funds.journal.EntryText;
import org.threefold.funds.journal.MemoryJournalStore;
import org.threefold.funds.ledger.FundLabel;
import org.threefold.funds.ledger.TestLedger;

/** The page EXPORT.md tells the truth: the program on it, in another language, proves an export. */
class ExportPageTest {

  private static final Path PAGE = Path.of("EXPORT.md");

  @TempDir Path directory = Path.of("");

  /** What a program answers and says. */
  private record Answer(int code, String text) {}

  private static Answer run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Answer(process.exitValue(), text);
  }

  @BeforeEach
  void needsPython() throws InterruptedException {
    boolean isThere;
    try {
      isThere = run("python3", "--version").code() == 0;
    } catch (IOException none) {
      isThere = false;
    }
    assumeTrue(isThere, "There is no python3 here, so the program of EXPORT.md was not tried");
  }

  private Path program() throws IOException {
    String page = Files.readString(PAGE);
    String fence = "```python\n";
    int from = page.indexOf(fence) + fence.length();
    return Files.writeString(
        directory.resolve("verify.py"), page.substring(from, page.indexOf("```", from)));
  }

  private static String export() {
    var store = new MemoryJournalStore();
    try (var ledger = new TestLedger(store)) {
      List<FundLabel> funds = List.of(ledger.open("F-1"), ledger.open("F-2"));
      ledger.play(new Random(7), funds, 200);
    }
    var out = new ByteArrayOutputStream();
    for (Entry entry : store.all()) {
      out.writeBytes(EntryText.write(entry));
      out.write('\n');
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void the_program_on_the_page_proves_an_export_and_finds_a_changed_one() throws Exception {
    String program = program().toString();
    String export = export();
    Path file = Files.writeString(directory.resolve("journal.jsonl"), export);
    Answer sound = run("python3", program, file.toString());
    assertThat(sound.code()).as(sound.text()).isZero();
    assertThat(sound.text())
        .startsWith(export.lines().count() + " entries")
        .contains("the journal is sound");

    String changed = export.replaceFirst("\"fen\":([0-9]+)}", "\"fen\":1$1}");
    Files.writeString(file, changed);
    Answer found = run("python3", program, file.toString());
    assertThat(found.code()).isEqualTo(1);
    assertThat(found.text()).contains("its content does not match its hash");
  }

  @Test
  void the_hash_before_the_first_entry_stands_on_the_page() throws IOException {
    Entry first =
        EntryText.read(export().lines().findFirst().orElseThrow().getBytes(StandardCharsets.UTF_8));
    assertThat(Files.readString(PAGE)).contains("`" + first.prevHash() + "`");
  }
}
