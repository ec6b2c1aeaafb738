package org.threefold.funds.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.threefold.access.NotFound;
import org.threefold.events.DisbursementId;
import org.threefold.events.FundId;
import org.threefold.events.ProjectId;
import org.threefold.events.SourceId;
import org.threefold.events.StationId;
import org.threefold.events.Stream;
import org.threefold.funds.journal.Accounts;
import org.threefold.funds.journal.Book;
import org.threefold.funds.journal.Noted;
import org.threefold.funds.journal.Outcome;
import org.threefold.funds.journal.Overdue;

/**
 * All funds and all that projects have of them; decided by the rules, changed by nothing but what
 * was decided.
 */
final class FundBook implements Book<LedgerCommand, Change> {

  private record Hold(Instant until, ProjectId project) {}

  private static final Comparator<Hold> EARLIEST =
      Comparator.comparing(Hold::until).thenComparing(hold -> hold.project().value());

  private final Terms terms;
  private final NavigableMap<String, Source> sources = new TreeMap<>();
  private final NavigableMap<String, Fund> funds = new TreeMap<>();
  private final Receipts receipts = new Receipts();
  private final NavigableMap<String, Change.Allocated> allocations = new TreeMap<>();
  private final Leverages leverages = new Leverages();
  private final MicroFunds micros = new MicroFunds();
  private final Fees fees = new Fees();
  private final Map<ProjectId, Funding> fundings = new HashMap<>();
  private final Map<DisbursementId, ProjectId> projects = new HashMap<>();
  private final NavigableMap<String, ProjectId> waiting = new TreeMap<>();
  private final TreeSet<Hold> holds = new TreeSet<>(EARLIEST);

  FundBook(Terms terms) {
    this.terms = terms;
  }

  /** The book as it was saved, or an empty one. */
  static FundBook open(Terms terms, byte @Nullable [] saved) {
    FundBook book = new FundBook(terms);
    if (saved != null) {
      Changes.load(saved, book);
    }
    return book;
  }

  Terms terms() {
    return terms;
  }

  Optional<Source> find(SourceId source) {
    return Optional.ofNullable(sources.get(source.value()));
  }

  boolean hasSource(SourceId source) {
    return sources.containsKey(source.value());
  }

  Collection<Source> sources() {
    return Collections.unmodifiableCollection(sources.values());
  }

  Receipts receipts() {
    return receipts;
  }

  Leverages leverages() {
    return leverages;
  }

  MicroFunds micros() {
    return micros;
  }

  Fees fees() {
    return fees;
  }

  boolean isAllocated(FundId fund, StationId unit) {
    return allocations.containsKey(allocationKey(fund, unit));
  }

  private static String allocationKey(FundId fund, StationId unit) {
    return fund + " " + unit;
  }

  /** What is held with money of this fund, the newest first. */
  List<Funding> heldFrom(FundId fund) {
    return holds.descendingSet().stream()
        .map(hold -> known(hold.project()))
        .filter(it -> it.plan().lines().stream().anyMatch(line -> line.fund().equals(fund)))
        .toList();
  }

  Optional<Fund> find(FundId fund) {
    return Optional.ofNullable(funds.get(fund.value()));
  }

  Fund get(FundId fund) {
    return find(fund).orElseThrow(() -> new NotFound(fund));
  }

  /** Funds in the order of their ids, those after this one. */
  Collection<Fund> fundsAfter(@Nullable String id) {
    return Collections.unmodifiableCollection(
        (id == null ? funds : funds.tailMap(id, false)).values());
  }

  Optional<Funding> find(ProjectId project) {
    return Optional.ofNullable(fundings.get(project));
  }

  /** Whose money it is. */
  Funding get(DisbursementId disbursement) {
    return Optional.ofNullable(projects.get(disbursement))
        .flatMap(this::find)
        .orElseThrow(() -> new NotFound(disbursement));
  }

  /** Projects of the unpaid disbursements after this one, by the ids of the disbursements. */
  Map<String, ProjectId> waitingAfter(@Nullable String id) {
    return Collections.unmodifiableMap(id == null ? waiting : waiting.tailMap(id, false));
  }

  @Override
  public @Nullable Stream subject(LedgerCommand command) {
    return switch (command) {
      case FundCommand it -> it.about();
      case MicroCommand it -> new Stream("fund", it.fund().value());
      case FeeCommand.OfFund it -> new Stream("fund", it.fund().value());
      case FeeCommand.LearnProgramme _ -> null;
      case FundingCommand.ApproveDisbursement it ->
          new Stream("funding", get(it.disbursement()).project().value());
      case FundingCommand _ -> null; // Heard, or due: nobody asks these with an If-Match.
    };
  }

  @Override
  public Outcome<Change> decide(LedgerCommand command, Accounts accounts) {
    Draft draft = new Draft(this, accounts);
    switch (command) {
      case FundCommand it -> decide(it, draft);
      case FundingCommand it -> Spending.decide(it, draft);
      case MicroCommand it -> MicroRules.decide(it, draft);
      case FeeCommand it -> Charging.decide(it, draft);
    }
    return draft.outcome();
  }

  private static void decide(FundCommand command, Draft draft) {
    switch (command) {
      case FundCommand.RegisterSource it -> Opening.register(it, draft);
      case FundCommand.OpenFund it -> Opening.open(it, draft);
      case FundCommand.Contribute it -> Giving.contribute(it, draft);
      case FundCommand.RecordLeverage it -> Seeding.record(it, draft);
      case FundCommand.Reverse it -> Giving.reverse(it, draft);
      case FundCommand.Allocate it -> Giving.allocate(it, draft);
      case FundCommand.Freeze it -> Guarding.freeze(it, draft);
      case FundCommand.Unfreeze it -> Guarding.unfreeze(it, draft);
      case FundCommand.CloseYear it -> Guarding.closeYear(it, draft);
    }
  }

  @Override
  public void after(Change change) {
    switch (change) {
      case Change.Registered it -> put(it.source());
      case Change.Opened it -> put(it.fund());
      case Change.Frozen it -> put(get(it.id()).in(Fund.Status.FROZEN));
      case Change.Agreed it -> put(get(it.id()).agreed(it.agreement()));
      case Change.Unfrozen it -> put(get(it.id()).in(Fund.Status.OPEN));
      case Change.Closed it -> put(get(it.id()).in(Fund.Status.CLOSED));
      case Change.Received it -> receipts.put(it.receipt());
      case Change.TakenBack it ->
          receipts.find(it.id(), it.ref()).ifPresent(known -> receipts.put(known.reverse()));
      case Change.Allocated it -> allocations.put(allocationKey(it.id(), it.unit()), it);
      case Change.Leveraged it -> leverages.put(it.leverage());
      case Change.OfFees it -> fees.after(it);
      case Change.OfMicro it -> micros.after(it);
      case Change.PlanRejected it -> put(Funding.rejected(it.project(), it.plan(), it.failures()));
      case Change.Held it -> put(Funding.held(it.project(), it.plan(), it.expiresAt()));
      case Change.OfFunding it -> put(known(it.project()).after(it));
    }
  }

  private Funding known(ProjectId project) {
    return find(project)
        .orElseThrow(() -> new IllegalStateException("Nothing was ever asked for " + project));
  }

  void put(Source source) {
    sources.put(source.id().value(), source);
  }

  void put(Fund fund) {
    funds.put(fund.id().value(), fund);
  }

  void put(Funding funding) {
    Funding before = fundings.put(funding.project(), funding);
    if (before != null) {
      forget(before);
    }
    if (funding.expiresAt() != null) {
      holds.add(new Hold(funding.expiresAt(), funding.project()));
    }
    for (Disbursement disbursement : funding.disbursements()) {
      projects.put(disbursement.id(), funding.project());
      if (!disbursement.paid()) {
        waiting.put(disbursement.id().value(), funding.project());
      }
    }
  }

  /** Payments that are void are found no more. */
  private void forget(Funding before) {
    if (before.expiresAt() != null) {
      holds.remove(new Hold(before.expiresAt(), before.project()));
    }
    for (Disbursement disbursement : before.disbursements()) {
      projects.remove(disbursement.id());
      waiting.remove(disbursement.id().value());
    }
  }

  @Override
  public Optional<Outcome<Change>> objection(Outcome<Change> outcome, Accounts afterwards) {
    return Soundness.objection(outcome, afterwards, this);
  }

  @Override
  public Noted write(Change change) {
    return Changes.write(change);
  }

  @Override
  public Change read(Noted noted) {
    return Changes.read(noted);
  }

  @Override
  public List<Overdue<LedgerCommand>> due(Instant now, int limit) {
    var overHolds =
        holds.stream()
            .takeWhile(hold -> !hold.until().isAfter(now))
            .limit(limit)
            .map(hold ->
                new Due(
                    hold.until(),
                    "hold/" + known(hold.project()).reservation(),
                    new FundingCommand.ExpireHold(hold.project(), now)));
    return java.util.stream.Stream.concat(overHolds, micros.due(now))
        .sorted(Due.EARLIEST)
        .limit(limit)
        .map(Due::overdue)
        .toList();
  }

  @Override
  public byte[] save() {
    return Changes.save(
        funds.values().stream(),
        fundings.values().stream().sorted(Comparator.comparing(it -> it.project().value())),
        sources.values().stream(),
        receipts.all(),
        allocations.values().stream(),
        leverages.all(),
        micros.all(),
        fees.all(),
        fees.programmes());
  }
}
