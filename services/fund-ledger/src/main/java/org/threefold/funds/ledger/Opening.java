package org.threefold.funds.ledger;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.events.ClientGroup;
import org.threefold.events.CostCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundEvent.FundOpened;
import org.threefold.events.FundEvent.FundSourceRegistered;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.ProgrammeId;
import org.threefold.events.Purpose;
import org.threefold.events.SourceId;

/** Rules of sources and of the funds that are opened from them (domain §3.4.1, §8.4). */
final class Opening {

  private static final int MOST_OF_A_KIND = 9999;

  /** A source is the county's, whoever looks after it. */
  private static final DivisionCode COUNTY = new DivisionCode("511523");

  private Opening() {}

  static void register(FundCommand.RegisterSource it, Draft draft) {
    SourceId id =
        it.source() == null
            ? new SourceId(
                next("S-" + it.type(), taken -> draft.book().hasSource(new SourceId(taken))))
            : it.source();
    if (draft.book().hasSource(id)) {
      throw new Refused("FUND-009", id);
    }
    List<Purpose> purposes = purposes(it.purposes(), it.type());
    List<ClientGroup> groups = groups(it.groups(), it.type());
    mustPermit(it.type(), purposes, groups);
    Source source =
        new Source(
            id, it.name(), it.type(), it.owner(), it.document(), purposes, groups, it.prohibited());
    draft.note(new Change.Registered(source));
    draft.say(
        new FundSourceRegistered(
            id,
            it.name(),
            it.type(),
            it.owner(),
            it.document(),
            purposes,
            groups,
            List.copyOf(source.prohibited())),
        COUNTY);
    draft.refer(id);
  }

  static void open(FundCommand.OpenFund it, Draft draft) {
    FundId id =
        it.fund() == null
            ? new FundId(
                next(
                    "F-" + it.fiscalYear() + "-" + it.type(),
                    taken -> draft.book().find(new FundId(taken)).isPresent()))
            : it.fund();
    if (draft.book().find(id).isPresent()) {
      throw new Refused("FUND-009", id);
    }
    mustFit(it.programme(), it.type(), draft);
    Fund fund = it.source() == null ? ofType(id, it) : ofSource(id, it, source(it, draft));
    draft.note(new Change.Opened(fund));
    draft.say(
        new FundOpened(
            id,
            fund.name(),
            fund.type(),
            fund.owner(),
            fund.fiscalYear(),
            fund.division(),
            fund.purposes(),
            fund.groups(),
            fund.source(),
            it.divisions() == null ? null : fund.divisions(),
            fund.prohibited().isEmpty() ? null : List.copyOf(fund.prohibited())),
        fund.division());
    draft.refer(id);
  }

  /** A programme has one fund, for its surplus stays with it for ever. */
  private static void mustFit(@Nullable ProgrammeId programme, FundType type, Draft draft) {
    if (programme == null) {
      return;
    }
    if (type != FundType.FEE) {
      throw new Refused("FUND-050", programme);
    }
    draft.book().fundsAfter(null).stream()
        .filter(fund -> programme.equals(fund.programme()))
        .findFirst()
        .ifPresent(fund -> {
          throw new Refused("FUND-051", programme, fund.id());
        });
  }

  private static Source source(FundCommand.OpenFund it, Draft draft) {
    SourceId id = Objects.requireNonNull(it.source());
    return draft.book().find(id).orElseThrow(() -> new NotFound(id));
  }

  private static Fund ofType(FundId id, FundCommand.OpenFund it) {
    List<Purpose> purposes = purposes(it.purposes(), it.type());
    List<ClientGroup> groups = groups(it.groups(), it.type());
    mustPermit(it.type(), purposes, groups);
    return fund(id, it, purposes, groups, it.prohibited());
  }

  /** A fund is never bound less tightly than the source it comes from. */
  private static Fund ofSource(FundId id, FundCommand.OpenFund it, Source source) {
    List<Purpose> purposes = Objects.requireNonNullElse(it.purposes(), source.purposes());
    List<ClientGroup> groups = Objects.requireNonNullElse(it.groups(), source.groups());
    boolean fits =
        source.type() == it.type()
            && source.owner().equals(it.owner())
            && source.purposes().containsAll(purposes)
            && (source.groups().isEmpty()
                || (!groups.isEmpty() && source.groups().containsAll(groups)));
    if (!fits || purposes.isEmpty()) {
      throw new Refused("FUND-024", source.id());
    }
    Set<CostCode> prohibited = new TreeSet<>(source.prohibited());
    prohibited.addAll(it.prohibited());
    return fund(id, it, purposes, groups, prohibited);
  }

  private static Fund fund(
      FundId id,
      FundCommand.OpenFund it,
      List<Purpose> purposes,
      List<ClientGroup> groups,
      Set<CostCode> prohibited) {
    List<DivisionCode> divisions =
        Objects.requireNonNullElse(it.divisions(), List.of(it.division()));
    if (divisions.isEmpty() || !divisions.stream().allMatch(it.division()::covers)) {
      throw new Refused("FUND-012", id);
    }
    return new Fund(
        id,
        it.name(),
        it.type(),
        it.owner(),
        it.fiscalYear(),
        it.division(),
        purposes,
        groups,
        it.source(),
        divisions,
        prohibited,
        Fund.Status.OPEN,
        null,
        it.programme());
  }

  private static List<Purpose> purposes(@Nullable List<Purpose> asked, FundType type) {
    return Objects.requireNonNullElse(asked, Restrictions.of(type).purposes());
  }

  private static List<ClientGroup> groups(@Nullable List<ClientGroup> asked, FundType type) {
    return Objects.requireNonNullElse(asked, Restrictions.of(type).groups());
  }

  private static void mustPermit(FundType type, List<Purpose> purposes, List<ClientGroup> groups) {
    Restrictions restrictions = Restrictions.of(type);
    if (purposes.isEmpty()) {
      throw new Refused("FUND-004", type);
    }
    if (!restrictions.permit(purposes, groups)
        || (groups.isEmpty() && !restrictions.groups().isEmpty())) {
      throw new Refused("FUND-010", type);
    }
  }

  private static String next(String kind, Predicate<String> taken) {
    return IntStream.rangeClosed(1, MOST_OF_A_KIND)
        .mapToObj(number -> "%s-%02d".formatted(kind, number))
        .filter(taken.negate())
        .findFirst()
        .orElseThrow(() -> new Refused("FUND-009", kind));
  }
}
