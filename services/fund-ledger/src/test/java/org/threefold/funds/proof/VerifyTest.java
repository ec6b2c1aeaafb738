package org.threefold.funds.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threefold.events.FundId;
import org.threefold.funds.journal.Decided;
import org.threefold.funds.journal.Entry;
import org.threefold.funds.journal.EntryText;
import org.threefold.funds.journal.Forgery;
import org.threefold.funds.journal.MemoryJournalStore;
import org.threefold.funds.journal.Money;
import org.threefold.funds.journal.Posting;
import org.threefold.funds.ledger.FundLabel;
import org.threefold.funds.ledger.TestLedger;

/** An export is proved without the service, and whatever was changed in it is found. */
class VerifyTest {

  private static final long SEED = Long.getLong("threefold.seed", System.nanoTime());

  /** A journal of some fifty entries. */
  private static List<Entry> journal = List.of();

  @TempDir Path directory = Path.of("");

  @BeforeAll
  static void play() {
    var store = new MemoryJournalStore();
    try (var ledger = new TestLedger(store)) {
      List<FundLabel> funds = List.of(ledger.open("F-1"), ledger.open("F-2"));
      funds.forEach(fund -> ledger.contribute(fund.id(), 5_000_000));
      ledger.reserve("P-2026-511523100-0099", 1, new FundId("F-1"), 1_800_000);
      ledger.play(new Random(SEED), funds, 60);
    }
    journal = store.all();
    assertThat(journal).hasSizeGreaterThan(20);
  }

  /** What the program answers and says. */
  private record Answer(int code, String text) {}

  private static Answer verify(String... arguments) {
    var text = new ByteArrayOutputStream();
    int code = Verify.run(List.of(arguments), new PrintStream(text, true, StandardCharsets.UTF_8));
    return new Answer(code, text.toString(StandardCharsets.UTF_8));
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(directory.resolve("journal.jsonl"), bytes);
  }

  private static byte[] export(List<Entry> entries) {
    var out = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      out.writeBytes(EntryText.write(entry));
      out.write('\n');
    }
    return out.toByteArray();
  }

  private Answer verify(List<Entry> entries, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add(file(export(entries)).toString());
    return verify(arguments.toArray(String[]::new));
  }

  private static String head() {
    return journal.getLast().hash();
  }

  @Test
  void a_sound_journal_is_told_to_be_sound_with_its_counts_its_head_and_its_balances()
      throws IOException {
    Answer answer = verify(journal.subList(0, 5), "--head=" + journal.get(3).hash());
    assertThat(answer.code()).as(answer.text()).isZero();
    assertThat(answer.text())
        .contains("5 entries, 5 decisions, 3 postings, 8 facts")
        .contains("ends at entry 5 with the hash " + journal.get(4).hash())
        .contains("that of entry 4; 1 follow")
        .contains("Trial balance 0.00")
        .containsPattern("F-1 +50000.00 +18000.00 +0.00 +0.00 +0.00 +32000.00")
        .containsPattern("F-2 +50000.00 +0.00 +0.00 +0.00 +0.00 +50000.00")
        .endsWith("The journal is sound.\n");
    assertThat(verify(journal, "--head=" + head()).code()).isZero();
  }

  @Test
  void several_files_that_follow_each_other_are_one_journal() throws IOException {
    Path first = Files.write(directory.resolve("a"), export(journal.subList(0, 7)));
    Path rest = Files.write(directory.resolve("b"), export(journal.subList(7, journal.size())));
    assertThat(verify(first.toString(), rest.toString(), "--head=" + head()).code()).isZero();
    Answer swapped = verify(rest.toString(), first.toString());
    assertThat(swapped.code()).isEqualTo(1);
    assertThat(swapped.text()).contains("b, line 1: entry 1: it is missing, 8 follows");
  }

  @Test
  void one_changed_byte_anywhere_is_found() throws IOException {
    byte[] sound = export(journal);
    var random = new Random(SEED);
    for (int round = 0; round < 2_000; round++) {
      byte[] changed = sound.clone();
      int place = random.nextInt(changed.length);
      byte other = (byte) random.nextInt(256);
      if (other == changed[place]) {
        continue;
      }
      changed[place] = other;
      Answer answer = verify(file(changed).toString());
      String which = "seed " + SEED + ", round " + round + ", byte " + place + " to " + other;
      assertThat(answer.code()).as(which).isEqualTo(1);
      long line = 1 + newLines(sound, place);
      assertThat(answer.text()).as(which).contains("line " + line + ": entry " + line + ": ");
      assertThat(answer.text()).as(which).contains("Up to entry " + (line - 1) + " all is");
    }
  }

  private static long newLines(byte[] bytes, int before) {
    long lines = 0;
    for (int i = 0; i < before; i++) {
      lines += bytes[i] == '\n' ? 1 : 0;
    }
    return lines;
  }

  @Test
  void one_byte_more_or_less_is_found() throws IOException {
    byte[] sound = export(journal);
    var random = new Random(SEED + 1);
    for (int round = 0; round < 500; round++) {
      int place = random.nextInt(sound.length);
      var changed = new ByteArrayOutputStream();
      changed.write(sound, 0, place);
      if (round % 2 == 0) {
        changed.write(random.nextInt(256));
        changed.write(sound, place, sound.length - place);
      } else {
        changed.write(sound, place + 1, sound.length - place - 1);
      }
      assertThat(verify(file(changed.toByteArray()).toString()).code())
          .as("seed %d, round %d, byte %d", SEED, round, place)
          .isEqualTo(1);
    }
  }

  @Test
  void a_deleted_a_swapped_and_a_doubled_entry_are_found() throws IOException {
    List<Entry> deleted = new ArrayList<>(journal);
    deleted.remove(6);
    assertThat(verify(deleted).text()).contains("entry 7: it is missing, 8 follows");
    List<Entry> swapped = new ArrayList<>(journal);
    Collections.swap(swapped, 6, 7);
    assertThat(verify(swapped).text()).contains("entry 7: it is missing, 8 follows");
    List<Entry> doubled = new ArrayList<>(journal);
    doubled.add(6, journal.get(5));
    Answer answer = verify(doubled);
    assertThat(answer.text()).contains("line 7: entry 7: it is missing, 6 follows");
    assertThat(answer.code()).isEqualTo(1);
  }

  @Test
  void a_journal_that_was_cut_off_is_found_by_its_head() throws IOException {
    List<Entry> cut = journal.subList(0, 9);
    Answer unaware = verify(cut);
    assertThat(unaware.code()).isZero();
    assertThat(unaware.text()).contains("ends at entry 9 with");
    Answer aware = verify(cut, "--head=" + head());
    assertThat(aware.code()).isEqualTo(1);
    assertThat(aware.text()).contains("ends at entry 9 with", "NO ENTRY HAS THE HASH GIVEN");
    byte[] torn = export(cut);
    Answer inTheMiddle = verify(file(Arrays.copyOf(torn, torn.length - 10)).toString());
    assertThat(inTheMiddle.code()).isEqualTo(1);
    assertThat(inTheMiddle.text()).contains("entry 9: it breaks off in the middle");
  }

  @Test
  void a_chain_that_was_written_anew_is_found_by_its_head() throws IOException {
    List<Entry> forged =
        Forgery.rewritten(
            journal, 2, entry -> new Entry(3, entry.at().plusMillis(1), entry.decisions(), "", ""));
    assertThat(verify(forged).code()).isZero();
    Answer aware = verify(forged, "--head=" + head());
    assertThat(aware.code()).isEqualTo(1);
    assertThat(aware.text()).contains("NO ENTRY HAS THE HASH GIVEN");
  }

  private static List<Entry> forged(List<Posting> postings) {
    return Forgery.rewritten(
        journal,
        2,
        entry -> Forgery.changed(entry, 0, decided -> Forgery.moving(decided, postings)));
  }

  @Test
  void a_balance_that_cannot_be_is_found_although_the_chain_is_perfect() throws IOException {
    Answer answer = verify(forged(List.of(new Posting("F-1/AVAILABLE", "F-1/HELD", new Money(1)))));
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.text()).contains("entry 3: fund F-1: what stands on it cannot be: ");
  }

  @Test
  void a_fund_may_stand_below_zero_while_it_is_frozen() throws IOException {
    var store = new MemoryJournalStore();
    try (var ledger = new TestLedger(store)) {
      FundId fund = ledger.open("F-1").id();
      ledger.contribute(fund, 100);
      ledger.reserve("P-2026-511523100-0001", 1, fund, 80);
      ledger.commit("P-2026-511523100-0001", 1);
      ledger.takeBack(fund, 1);
    }
    Answer answer = verify(store.all());
    assertThat(answer.code()).as(answer.text()).isZero();
    assertThat(answer.text()).containsPattern("F-1 +0.00 +0.00 +0.80 +0.00 +0.00 +-0.80");
  }

  @Test
  void an_amount_that_is_not_what_was_told_is_found_although_the_chain_is_perfect()
      throws IOException {
    Answer answer =
        verify(forged(List.of(new Posting("F-1/RECEIVED", "F-1/AVAILABLE", new Money(5_000_001)))));
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.text())
        .contains("entry 3: fund F-1: told was ", "5000000", "the postings add up to", "5000001");
  }

  @Test
  void a_payment_nobody_was_told_of_is_found_although_the_chain_is_perfect() throws IOException {
    Posting original = journal.get(2).decisions().getFirst().postings().getFirst();
    Answer answer =
        verify(
            forged(List.of(original, new Posting("F-2/RECEIVED", "F-2/AVAILABLE", new Money(1)))));
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.text()).contains("entry 3: fund F-2: it was touched, and nobody was told");
  }

  @Test
  void accounts_that_do_not_exist_and_sums_that_cannot_be_counted_are_found() throws IOException {
    assertThat(verify(forged(List.of(new Posting("F-1/POCKET", "F-1/HELD", new Money(1))))).text())
        .contains("entry 3: there is no account F-1/POCKET");
    Decided last = journal.get(2).decisions().getFirst();
    assertThat(last.postings()).hasSize(1);
    Posting all = new Posting("F-1/RECEIVED", "F-1/AVAILABLE", new Money(Long.MAX_VALUE));
    assertThat(verify(forged(List.of(all, all))).text())
        .contains("entry 3: it moves more than can be counted");
  }

  @Test
  void what_cannot_be_tried_is_told_so() {
    assertThat(verify().code()).isEqualTo(2);
    assertThat(verify("--head", "x").text()).startsWith("verify [--head=<hash>] <file>");
    assertThat(verify("--head=").code()).isEqualTo(2);
    Answer missing = verify(directory.resolve("nothing").toString());
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.text()).contains("There is no file");
  }

  @Test
  void an_empty_export_is_a_journal_without_entries() throws IOException {
    Answer empty = verify(file(new byte[0]).toString());
    assertThat(empty.code()).isZero();
    assertThat(empty.text()).startsWith("0 entries");
  }
}
