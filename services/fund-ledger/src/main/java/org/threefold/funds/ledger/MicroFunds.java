package org.threefold.funds.ledger;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threefold.access.NotFound;
import org.threefold.events.FundId;

/** The micro-funds of the county's communities; there are never many. */
final class MicroFunds {

  private final NavigableMap<String, MicroFund> funds = new TreeMap<>();

  void put(MicroFund fund) {
    funds.put(fund.fund().value(), fund);
  }

  Optional<MicroFund> find(FundId fund) {
    return Optional.ofNullable(funds.get(fund.value()));
  }

  MicroFund get(FundId fund) {
    return find(fund).orElseThrow(() -> new NotFound(fund));
  }

  /** All of them, in the order of their ids. */
  Stream<MicroFund> all() {
    return funds.values().stream();
  }

  void after(Change.OfMicro change) {
    switch (change) {
      case Change.Established it -> put(MicroFund.established(it.id(), it.charter(), it.at()));
      case Change.Donated it -> put(get(it.id()).filled(it.at()));
      case Change.Granted it -> put(get(it.id()).gave(it.amountFen(), it.at()));
      case Change.YearEnded it -> {
        MicroFund fund = get(it.id());
        put(fund.with(fund.years().after(it.year())));
      }
      case Change.Stated it -> {
        MicroFund fund = get(it.id());
        put(fund.with(fund.years().stated()));
      }
      case Change.FellDormant it -> put(get(it.id()).in(MicroFund.State.DORMANT));
      case Change.Ended it -> put(get(it.id()).in(MicroFund.State.ENDED));
    }
  }

  /** Years that are over by now, and funds that gave nothing for too long. */
  Stream<Due> due(Instant now) {
    return Stream.concat(
        due(now, "micro-year/", MicroFund::yearEndsAt, MicroCommand.EndYear::new),
        due(now, "micro-dormant/", MicroFund::dormantAt, MicroCommand.FallDormant::new));
  }

  private Stream<Due> due(
      Instant now,
      String what,
      Function<MicroFund, @Nullable Instant> when,
      BiFunction<FundId, Instant, MicroCommand> command) {
    return all()
        .flatMap(fund -> {
          Instant at = when.apply(fund);
          return at == null || at.isAfter(now)
              ? Stream.empty()
              : Stream.of(
                  new Due(at, what + fund.fund() + "/" + at, command.apply(fund.fund(), now)));
        });
  }
}
