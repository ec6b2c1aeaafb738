package org.threefold.funds.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threefold.events.ProjectId;
import org.threefold.funds.journal.Decided;
import org.threefold.funds.journal.Entry;
import org.threefold.funds.journal.MemoryJournalStore;
import org.threefold.funds.ledger.Balances;
import org.threefold.funds.ledger.FundLabel;
import org.threefold.funds.ledger.TestLedger;
import org.threefold.messaging.Busy;
import org.threefold.testkit.mongo.LocalMongo;

/**
 * Statements and past balances agree with a plain reading of the whole journal, whatever becomes of
 * the cards.
 */
class StatementsTest {

  private static final long SEED = Long.getLong("threefold.seed", System.nanoTime());
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final Set<String> ID = Set.of("_id");

  @SuppressWarnings("NullAway.Init") // Opened before all tests.
  private static LocalMongo server;

  @SuppressWarnings("NullAway.Init") // Opened before all tests.
  private static MongoClient client;

  private final CountingStore journal = new CountingStore();
  private final TestLedger ledger = new TestLedger(journal);
  private final List<FundLabel> funds = new ArrayList<>();
  private List<ProjectId> projects = List.of();

  @SuppressWarnings("NullAway.Init") // Opened before each test.
  private MongoDatabase database;

  @SuppressWarnings("NullAway.Init") // Opened before each test.
  private Filing filing;

  @SuppressWarnings("NullAway.Init") // Opened before each test.
  private Statements statements;

  @SuppressWarnings("NullAway.Init") // Opened before all tests.
  private static MongoClient watched;

  /** Filters that were looked for by more, or by anything else, than their ids. */
  private static final List<String> SCANS = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() {
    server = LocalMongo.inMemory();
    client = MongoClients.create(server.uri());
    watched =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.uri()))
                .addCommandListener(
                    new CommandListener() {
                      @Override
                      public void commandStarted(CommandStartedEvent event) {
                        if (event.getCommandName().equals("find")
                            && !event.getCommand().getDocument("filter").keySet().equals(ID)) {
                          SCANS.add(event.getCommand().toJson());
                        }
                      }
                    })
                .build());
  }

  @AfterAll
  static void stop() {
    watched.close();
    client.close();
    server.close();
    assertThat(SCANS).isEmpty();
  }

  @BeforeEach
  void open() {
    database = client.getDatabase("funds" + DATABASES.incrementAndGet());
    restart();
  }

  @AfterEach
  void close() {
    filing.close();
    ledger.close();
  }

  private void restart() {
    CardStore store = new CardStore(watched.getDatabase(database.getName()));
    filing = new Filing(journal, ledger.ledger::seq, store, new SimpleMeterRegistry());
    statements = new Statements(new Cards(filing, store, ledger.ledger), journal, ledger.ledger);
  }

  /** Three funds in a journal of so many random steps. */
  private void play(int steps) {
    for (String fund : List.of("F-1", "F-2", "F-3")) {
      funds.add(ledger.open(fund));
    }
    projects = ledger.play(new Random(SEED), funds, steps);
  }

  private MongoCollection<Document> cards() {
    return database.getCollection("cards");
  }

  /** The journal read plainly: the last entry before the first at or after this time. */
  private long lastBefore(Instant time) {
    long last = 0;
    for (Entry entry : journal.all()) {
      if (!entry.at().isBefore(time)) {
        break;
      }
      last = entry.seq();
    }
    return last;
  }

  private List<Line> lines(Selection selection, long after, long upTo) {
    List<Line> lines = new ArrayList<>();
    Moves now = new Moves();
    for (Entry entry : journal.all()) {
      for (Decided decided : entry.decisions()) {
        for (Booked booked : Booked.of(decided)) {
          if (entry.seq() <= upTo && selection.has(booked)) {
            now.add(Move.of(booked.posting()));
            if (entry.seq() > after) {
              lines.add(Line.of(entry, decided, booked, now.balances()));
            }
          }
        }
      }
    }
    return lines;
  }

  private Balances balances(Selection selection, long upTo) {
    List<Line> lines = lines(selection, 0, upTo);
    return lines.isEmpty() ? new Moves().balances() : lines.getLast().balances();
  }

  private void agrees(Selection selection, Period period) {
    String which = "seed " + SEED + ", " + selection.name() + " " + period;
    long after = lastBefore(period.start());
    long upTo = lastBefore(period.end());
    Statement statement = statements.of(selection, period);
    List<Line> expected = lines(selection, after, upTo);
    assertThat(statement.after()).as(which).isEqualTo(after);
    assertThat(statement.upTo()).as(which).isEqualTo(upTo);
    assertThat(statement.opening()).as(which).isEqualTo(balances(selection, after));
    assertThat(statement.closing()).as(which).isEqualTo(balances(selection, upTo));
    assertThat(statement.trialBalanceFen()).as(which).isZero();
    assertThat(statement.count()).as(which).isEqualTo(expected.size());
    List<Line> streamed = new ArrayList<>();
    statement.lines(streamed::add);
    assertThat(streamed).as(which).isEqualTo(expected);
    assertThat(paged(statement)).as(which).isEqualTo(expected);
    long total = statement.totals().stream().mapToLong(it -> it.fen().longValueExact()).sum();
    assertThat(total).as(which).isEqualTo(expected.stream().mapToLong(Line::amountFen).sum());
  }

  private static List<Line> paged(Statement statement) {
    List<Line> lines = new ArrayList<>();
    LinePage page = statement.page(0, 7);
    lines.addAll(page.postings());
    while (page.next() != null) {
      page = statement.page(page.next(), 7);
      assertThat(page.postings()).isNotEmpty();
      lines.addAll(page.postings());
    }
    return lines;
  }

  private List<Selection> selections() {
    List<Selection> selections = new ArrayList<>();
    funds.forEach(it -> selections.add(Selection.OfFunds.one(it)));
    selections.add(Selection.OfFunds.all("two", funds.subList(0, 2)));
    selections.add(Selection.OfFunds.all("none", List.of()));
    projects.forEach(it -> selections.add(new Selection.OfProject(it)));
    return selections;
  }

  private void everythingAgrees() {
    LocalDate first = LocalDate.of(2026, 11, 22);
    var random = new Random(SEED + 1);
    for (Selection selection : selections()) {
      int from = random.nextInt(6);
      agrees(
          selection,
          new Period(first.plusDays(from), first.plusDays(from + 1 + random.nextInt(6))));
      agrees(selection, new Period(first, first.plusYears(1)));
    }
  }

  @Test
  void statements_of_funds_projects_and_several_funds_agree_with_a_plain_reading() {
    play(3_500);
    assertThat(filing.look(ledger.ledger.seq(), OpenVolume::number)).isPositive();
    everythingAgrees();
  }

  @Test
  void what_stands_on_a_project_is_what_its_own_state_says_also_when_the_bank_took_money_back() {
    play(1_500);
    Period always = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2099, 1, 1));
    long postings = 0;
    for (ProjectId project : projects) {
      Statement statement = statements.of(new Selection.OfProject(project), always);
      assertThat(statement.closing())
          .as("seed %d, %s", SEED, project)
          .isEqualTo(ledger.standing(project));
      postings += statement.count();
    }
    assertThat(postings).isPositive();
    assertThat(journal.all().toString()).contains("fund.contribution-reversed.v1");
  }

  @Test
  void balances_at_any_instant_are_those_of_a_beginning_of_the_journal() {
    play(2_500);
    var random = new Random(SEED);
    Instant begin = journal.all().getFirst().at();
    long span = Duration.between(begin, ledger.clock.instant()).toMillis();
    for (int round = 0; round < 60; round++) {
      FundLabel fund = funds.get(round % 3);
      Instant at = begin.minusMillis(10).plusMillis(random.nextLong(span + 20)).plusNanos(round);
      BalanceView found = statements.balances(fund, at);
      long seq = lastBefore(at.plusMillis(1));
      assertThat(found)
          .as("seed %d, round %d", SEED, round)
          .isEqualTo(
              new BalanceView(fund.id(), at, seq, balances(Selection.OfFunds.one(fund), seq)));
    }
  }

  @Test
  void what_stood_at_an_instant_is_what_a_statement_that_begins_after_it_opens_with() {
    play(200);
    Period period = new Period(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 12, 1));
    for (FundLabel fund : funds) {
      Statement statement = statements.of(Selection.OfFunds.one(fund), period);
      BalanceView before = statements.balances(fund, period.start().minusMillis(1));
      assertThat(statement.opening()).isEqualTo(before.balances());
      assertThat(statement.after()).isEqualTo(before.seq());
      BalanceView atTheEnd = statements.balances(fund, period.end().minusMillis(1));
      assertThat(statement.closing()).isEqualTo(atTheEnd.balances());
    }
  }

  @Test
  void an_entry_of_the_first_instant_is_in_and_one_of_the_last_is_out() {
    FundLabel fund = ledger.open("F-1");
    funds.add(fund);
    Period day = new Period(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 25));
    for (Instant at :
        List.of(day.start().minusMillis(1), day.start(), day.end().minusMillis(1), day.end())) {
      ledger.clock.set(at);
      ledger.contribute(fund.id(), 1);
    }
    Statement statement = statements.of(Selection.OfFunds.one(fund), day);
    assertThat(statement.opening().receivedFen()).isEqualTo(1);
    assertThat(statement.count()).isEqualTo(2);
    assertThat(statement.closing().receivedFen()).isEqualTo(3);
    assertThat(statements.balances(fund, null).balances().receivedFen()).isEqualTo(4);
  }

  @Test
  void what_a_clock_that_was_behind_wrote_counts_as_later() {
    FundLabel fund = ledger.open("F-1");
    Instant noon = ledger.clock.instant();
    ledger.clock.advance(Duration.ofMinutes(10));
    ledger.contribute(fund.id(), 1);
    ledger.clock.set(noon.plusSeconds(1));
    ledger.contribute(fund.id(), 2);
    BalanceView view = statements.balances(fund, noon.plusSeconds(60));
    assertThat(view.seq()).isEqualTo(1);
    assertThat(view.balances().receivedFen()).isZero();
    assertThat(statements.balances(fund, noon.plusSeconds(600)).balances().receivedFen())
        .isEqualTo(3);
  }

  @Test
  void when_all_cards_are_lost_the_answers_are_the_same() {
    play(2_500);
    everythingAgrees();
    cards().drop();
    everythingAgrees();
    assertThat(cards().countDocuments()).isPositive();
  }

  @Test
  void when_a_volume_or_a_card_is_lost_the_answers_are_the_same() {
    play(2_500);
    everythingAgrees();
    cards().deleteOne(Filters.eq("_id", "volume/0"));
    everythingAgrees();
    cards().deleteOne(Filters.eq("_id", "fund/F-2/0"));
    everythingAgrees();
    cards().deleteOne(Filters.eq("_id", "fund/F-2/0/touches"));
    // Shows only when a line is read of it; who asks again gets them all.
    Statement torn =
        statements.of(
            Selection.OfFunds.one(funds.get(1)),
            new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2099, 1, 1)));
    assertThatThrownBy(() -> torn.lines(_ -> {})).isInstanceOf(Busy.class);
    everythingAgrees();
  }

  @Test
  void cards_of_another_journal_are_not_taken_for_those_of_this_one() {
    play(2_500);
    everythingAgrees();
    filing.close();
    cards().updateMany(Filters.exists("hash"), Updates.set("hash", "another"));
    restart();
    everythingAgrees();
    assertThat(cards().countDocuments(Filters.eq("hash", "another"))).isZero();
  }

  @Test
  void a_start_goes_on_after_the_last_closed_volume() {
    play(2_500);
    long number = filing.look(ledger.ledger.seq(), OpenVolume::number);
    assertThat(number).isPositive();
    filing.close();
    journal.reads.set(0);
    restart();
    filing.look(ledger.ledger.seq(), OpenVolume::number);
    assertThat(journal.reads.get()).isLessThanOrEqualTo(OpenVolume.MOST_ENTRIES + 1);
    everythingAgrees();
  }

  @Test
  void a_question_about_a_quiet_fund_reads_its_own_entries_only() {
    FundLabel quiet = ledger.open("F-QUIET");
    ledger.contribute(quiet.id(), 7);
    play(2_500);
    ledger.contribute(quiet.id(), 8);
    ledger.contribute(quiet.id(), 9);
    filing.look(ledger.ledger.seq(), OpenVolume::number);
    journal.reads.set(0);
    LinePage first = statements.postings(quiet, 0, 2);
    assertThat(first.postings()).extracting(Line::amountFen).containsExactly(7L, 8L);
    LinePage second = statements.postings(quiet, Objects.requireNonNull(first.next()), 2);
    assertThat(second.postings()).extracting(Line::amountFen).containsExactly(9L);
    assertThat(second.next()).isNull();
    assertThat(journal.reads.get()).isEqualTo(3);
  }

  @Test
  void postings_stand_in_the_order_of_the_journal_with_what_stood_after_each() {
    play(300);
    FundLabel fund = funds.getFirst();
    LinePage page = statements.postings(fund, 0, 200);
    List<Line> lines = new ArrayList<>(page.postings());
    while (page.next() != null) {
      page = statements.postings(fund, page.next(), 200);
      lines.addAll(page.postings());
    }
    assertThat(lines).isEqualTo(lines(Selection.OfFunds.one(fund), 0, Long.MAX_VALUE));
  }

  @Test
  void the_trial_balance_is_zero_by_fund_and_in_all() {
    play(300);
    TrialBalance first = statements.trialBalance(null, 2);
    assertThat(first.totalFen()).isZero();
    assertThat(first.accounts().values().stream().mapToLong(Long::longValue).sum()).isZero();
    assertThat(first.funds()).extracting(it -> it.fund().value()).containsExactly("F-1", "F-2");
    assertThat(first.next()).isEqualTo("F-2");
    TrialBalance second = statements.trialBalance(first.next(), 2);
    assertThat(second.funds()).extracting(it -> it.fund().value()).containsExactly("F-3");
    assertThat(second.next()).isNull();
    assertThat(second.funds())
        .allSatisfy(it -> {
          assertThat(it.totalFen()).isZero();
          assertThat(it.balances().hold(true)).isTrue();
        });
  }

  @Test
  void what_goes_to_and_fro_may_add_up_to_more_than_an_account_can_hold() {
    FundLabel fund = ledger.open("F-1");
    funds.add(fund);
    long most = 1_000_000_000_000_000L;
    int rounds = (int) (Long.MAX_VALUE / most) + 1;
    ledger.contribute(fund.id(), most);
    for (int version = 1; version <= rounds; version++) {
      ledger.reserve("P-2026-511523100-0001", version, fund.id(), most);
      ledger.release("P-2026-511523100-0001");
    }
    Selection selection = Selection.OfFunds.one(fund);
    Statement statement =
        statements.of(selection, new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)));
    assertThat(statement.closing().availableFen()).isEqualTo(most);
    assertThat(statement.totals().getLast().fen())
        .isEqualTo(BigInteger.valueOf(most).multiply(BigInteger.valueOf(rounds)));
  }

  /** Counts the entries that are read. */
  private static final class CountingStore extends MemoryJournalStore {

    private final AtomicInteger reads = new AtomicInteger();

    @Override
    public synchronized List<Entry> read(long from, int limit) {
      List<Entry> entries = super.read(from, limit);
      reads.addAndGet(entries.size());
      return entries;
    }
  }
}
