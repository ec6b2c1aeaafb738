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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.threefold.access.NotFound;
import org.threefold.events.DisbursementId;
import org.threefold.events.FundId;
import org.threefold.events.ProjectId;
import org.threefold.events.Stream;
import org.threefold.funds.journal.Accounts;
import org.threefold.funds.journal.Book;
import org.threefold.funds.journal.Noted;
import org.threefold.funds.journal.Outcome;
import org.threefold.funds.journal.Overdue;
import org.threefold.funds.journal.Posting;

/**
 * All funds and all that projects have of them; decided by the rules, changed by nothing but what
 * was decided.
 */
final class FundBook implements Book<LedgerCommand, Change> {

  private record Hold(Instant until, ProjectId project) {}

  private static final Comparator<Hold> EARLIEST =
      Comparator.comparing(Hold::until).thenComparing(hold -> hold.project().value());

  private final Terms terms;
  private final NavigableMap<String, Fund> funds = new TreeMap<>();
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
      case FundCommand it -> it.subject();
      case FundingCommand.ApproveDisbursement it ->
          new Stream("funding", get(it.disbursement()).project().value());
      case FundingCommand _ -> null; // Heard, or due: nobody asks these with an If-Match.
    };
  }

  @Override
  public Outcome<Change> decide(LedgerCommand command, Accounts accounts) {
    Draft draft = new Draft(this, accounts);
    switch (command) {
      case FundCommand it -> Giving.decide(it, draft);
      case FundingCommand it -> Spending.decide(it, draft);
    }
    return draft.outcome();
  }

  @Override
  public void after(Change change) {
    switch (change) {
      case Change.Opened it -> put(it.fund());
      case Change.Frozen it -> put(get(it.id()).frozen());
      case Change.PlanRejected it -> put(Funding.rejected(it.project(), it.plan()));
      case Change.Held it -> put(Funding.held(it.project(), it.plan(), it.expiresAt()));
      case Change.OfFunding it -> put(known(it.project()).after(it));
    }
  }

  private Funding known(ProjectId project) {
    return find(project)
        .orElseThrow(() -> new IllegalStateException("Nothing was ever asked for " + project));
  }

  void put(Fund fund) {
    funds.put(fund.id().value(), fund);
  }

  void put(Funding funding) {
    Funding before = fundings.put(funding.project(), funding);
    if (before != null && before.expiresAt() != null) {
      holds.remove(new Hold(before.expiresAt(), before.project()));
    }
    if (funding.expiresAt() != null) {
      holds.add(new Hold(funding.expiresAt(), funding.project()));
    }
    for (Disbursement disbursement : funding.disbursements()) {
      projects.put(disbursement.id(), funding.project());
      if (disbursement.paid()) {
        waiting.remove(disbursement.id().value());
      } else {
        waiting.put(disbursement.id().value(), funding.project());
      }
    }
  }

  /**
   * The identity of domain §3.4.2: a command that would break it is refused, and the funds it
   * touches are frozen.
   */
  @Override
  public Optional<Outcome<Change>> objection(List<Posting> postings, Accounts afterwards) {
    List<FundId> broken =
        postings.stream()
            .flatMap(it -> java.util.stream.Stream.of(it.from(), it.to()))
            .map(Pot::fundOf)
            .distinct()
            .filter(fund -> !Balances.of(fund, afterwards).hold())
            .toList();
    if (broken.isEmpty()) {
      return Optional.empty();
    }
    String what = postings.stream().map(Posting::toString).collect(Collectors.joining(", "));
    List<Change> freeze =
        broken.stream()
            .filter(fund -> find(fund).isPresent())
            .<Change>map(fund -> new Change.Frozen(fund, what))
            .toList();
    return Optional.of(new Outcome<>("", freeze, List.of(), List.of()));
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
    return holds.stream()
        .takeWhile(hold -> !hold.until().isAfter(now))
        .limit(limit)
        .map(hold ->
            new Overdue<LedgerCommand>(
                "hold/" + known(hold.project()).reservation(),
                new FundingCommand.ExpireHold(hold.project(), now)))
        .toList();
  }

  @Override
  public byte[] save() {
    return Changes.save(
        funds.values().stream(),
        fundings.values().stream().sorted(Comparator.comparing(it -> it.project().value())));
  }
}
