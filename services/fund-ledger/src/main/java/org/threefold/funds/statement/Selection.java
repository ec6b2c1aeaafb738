package org.threefold.funds.statement;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.threefold.events.FundId;
import org.threefold.events.ProjectId;
import org.threefold.events.Stream;
import org.threefold.funds.journal.Accounts;
import org.threefold.funds.ledger.Balances;
import org.threefold.funds.ledger.FundLabel;

/** Whose postings a statement shows. */
sealed interface Selection {

  /** A name for files: letters, digits and {@code . _ : -}. */
  String name();

  /** What people call it; typed in by somebody. */
  String title();

  /** Whose cards have them. */
  Collection<Stream> subjects();

  /** What stands by these accounts, if that can be read off them. */
  Optional<Balances> balances(Accounts accounts);

  /** Whether this is one of them. */
  boolean has(Booked booked);

  /** The postings of one fund, or of several as if they were one. */
  record OfFunds(String name, String title, Set<FundId> funds) implements Selection {

    public OfFunds {
      funds = Set.copyOf(funds);
    }

    static OfFunds one(FundLabel fund) {
      return new OfFunds(fund.id().value(), fund.name(), Set.of(fund.id()));
    }

    static OfFunds all(String name, List<FundLabel> funds) {
      return new OfFunds(name, name, funds.stream().map(FundLabel::id).collect(Collectors.toSet()));
    }

    @Override
    public List<Stream> subjects() {
      return funds.stream().map(Booked::subject).toList();
    }

    @Override
    public Optional<Balances> balances(Accounts accounts) {
      return Optional.of(
          Balances.of(pot ->
              funds.stream()
                  .mapToLong(fund -> accounts.on(pot.of(fund)))
                  .reduce(0, Math::addExact)));
    }

    @Override
    public boolean has(Booked booked) {
      return funds.contains(booked.fund());
    }
  }

  /** The postings of one project, of whatever funds; what it took from them stands below zero. */
  record OfProject(ProjectId project) implements Selection {

    @Override
    public String name() {
      return project.value();
    }

    @Override
    public String title() {
      return project.value();
    }

    @Override
    public List<Stream> subjects() {
      return List.of(Booked.subject(project));
    }

    @Override
    public Optional<Balances> balances(Accounts accounts) {
      return Optional.empty();
    }

    @Override
    public boolean has(Booked booked) {
      return project.equals(booked.project());
    }
  }
}
