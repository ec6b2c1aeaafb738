package org.threefold.funds.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.threefold.events.Attributes;
import org.threefold.events.ClientGroup;
import org.threefold.events.CostCode;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.PayerKind;
import org.threefold.events.ProjectId;
import org.threefold.events.Purpose;
import org.threefold.events.ReleaseCause;
import org.threefold.events.Stream;
import org.threefold.funds.journal.Journal;
import org.threefold.funds.journal.JournalSettings;
import org.threefold.funds.journal.JournalStore;
import org.threefold.funds.journal.Publisher;
import org.threefold.funds.journal.Receipt;
import org.threefold.messaging.Cause;

/**
 * The ledger of this service, asked by method calls: what {@link FundHttp} and {@link
 * FundingMessaging} call, without HTTP, broker and JSON in front of it. It stands in the package of
 * the ledger because nobody but the service's own edges may ask it for anything.
 */
public final class Desk implements AutoCloseable {

  private static final Terms TERMS =
      new Terms(Duration.ofDays(30), List.of(30, 40, 30), 50, 5, 10, 10_000);

  private static final DivisionCode COUNTY = new DivisionCode("511523");
  private static final DivisionCode TOWN = new DivisionCode("511523100");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** No limit of the service's own is to be met while a journal is filled. */
  private static final int WAITING = 8192;

  private final Journal<FundBook, LedgerCommand, Change> journal;
  private final Publisher publisher;
  private final Fundings fundings;

  private Desk(Journal<FundBook, LedgerCommand, Change> journal, Publisher publisher) {
    this.journal = journal;
    this.publisher = publisher;
    this.fundings = new Fundings(journal);
  }

  /** The ledger as the service has it; facts are handed to an outlet that takes them all. */
  public static Desk open(JournalStore store) {
    MeterRegistry meters = new SimpleMeterRegistry();
    LedgerConfiguration service = new LedgerConfiguration();
    Publisher publisher = service.publisher(store, _ -> {}, meters);
    return new Desk(service.journal(store, publisher, TERMS, Clock.systemUTC(), meters), publisher);
  }

  /** A ledger that makes an entry of each command, and a snapshot after so many. */
  public static Desk filling(JournalStore store, int snapshotEvery) {
    MeterRegistry meters = new SimpleMeterRegistry();
    Publisher publisher = new Publisher(store, _ -> {}, meters);
    return new Desk(
        new Journal<>(
            store,
            saved -> FundBook.open(TERMS, saved),
            publisher,
            new JournalSettings(
                "fund-ledger",
                WAITING,
                1,
                Integer.MAX_VALUE,
                snapshotEvery,
                Long.MAX_VALUE,
                Duration.ofMillis(500)),
            Clock.systemUTC(),
            meters),
        publisher);
  }

  /** Opens funds that pay for everything this year, and pays in the same on each. */
  public void open(List<FundId> funds, long fen) {
    List<CompletableFuture<Receipt>> answers = new ArrayList<>();
    for (FundId fund : funds) {
      answers.add(
          journal.submit(
              new FundCommand.OpenFund(
                  fund,
                  "养老服务资金",
                  FundType.CA_GOVERNANCE,
                  new DeptCode("CAB"),
                  Year.now(ZONE).getValue(),
                  COUNTY,
                  null,
                  null,
                  null,
                  null,
                  Set.of()),
              asked("open/" + fund)));
      answers.add(
          journal.submit(
              new FundCommand.Contribute(fund, fen, PayerKind.FISCAL, "receipt-1"),
              asked("contribute/" + fund)));
    }
    answers.forEach(CompletableFuture::join);
  }

  private static Cause.Asked asked(String key) {
    return new Cause.Asked(key, "hash", null, "FINANCE@511523", Instant.now(), null);
  }

  /** What a project asked for is held, so much of each of these funds. */
  public void reserve(ProjectId project, int plan, List<FundId> funds, long fen, long version) {
    Cause.Heard cause = heard(project, version, "funding-requested");
    fundings.hear(reserve(project, plan, funds, fen, cause), cause);
  }

  /** The same without waiting. */
  public CompletableFuture<Receipt> submitReserve(
      ProjectId project, int plan, List<FundId> funds, long fen, long version) {
    Cause.Heard cause = heard(project, version, "funding-requested");
    return journal.submit(reserve(project, plan, funds, fen, cause), cause);
  }

  private static LedgerCommand reserve(
      ProjectId project, int plan, List<FundId> funds, long fen, Cause.Heard cause) {
    List<Plan.Line> lines =
        funds.stream()
            .map(fund -> new Plan.Line(fund, fen, Purpose.SERVICE_PROJECT, CostCode.ACTIVITY))
            .toList();
    return new FundingCommand.Reserve(
        project,
        new Plan(plan, lines, fen * funds.size(), TOWN),
        List.of(ClientGroup.ELDER),
        cause.at());
  }

  /** What is held is promised. */
  public void commit(ProjectId project, int plan, long version) {
    Cause.Heard cause = heard(project, version, "approved");
    fundings.hear(commit(project, plan, cause), cause);
  }

  /** The same without waiting. */
  public CompletableFuture<Receipt> submitCommit(ProjectId project, int plan, long version) {
    Cause.Heard cause = heard(project, version, "approved");
    return journal.submit(commit(project, plan, cause), cause);
  }

  private static LedgerCommand commit(ProjectId project, int plan, Cause.Heard cause) {
    return new FundingCommand.Commit(project, Funding.reservationOf(project, plan), cause.at());
  }

  /** What is promised goes back to the funds. */
  public void release(ProjectId project, long version) {
    fundings.hear(release(project), heard(project, version, "cancelled"));
  }

  /** The same without waiting. */
  public CompletableFuture<Receipt> submitRelease(ProjectId project, long version) {
    return journal.submit(release(project), heard(project, version, "cancelled"));
  }

  private static LedgerCommand release(ProjectId project) {
    return new FundingCommand.Release(project, null, ReleaseCause.PROJECT_CANCELLED);
  }

  private static Cause.Heard heard(ProjectId project, long version, String what) {
    Stream stream = new Stream("project", project.value());
    String actor = "PM@RM-511523100001";
    Instant now = Instant.now();
    return new Cause.Heard(
        new Attributes(
            stream,
            version,
            Attributes.TYPE_PREFIX + "project." + what + ".v1",
            "/threefold/project-management",
            now,
            project.value(),
            "request/" + stream,
            actor,
            TOWN,
            null),
        actor,
        now);
  }

  /** The last entry. */
  public long seq() {
    return journal.seq();
  }

  /** So many entries are not said yet. */
  public long unsaid() {
    return publisher.lag();
  }

  @Override
  public void close() {
    journal.close();
  }
}
