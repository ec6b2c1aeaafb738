package org.threefold.funds.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.threefold.events.FundEvent.FundContributionReceived;
import org.threefold.events.FundId;
import org.threefold.events.PayerKind;
import org.threefold.events.Stream;

/**
 * The smallest book there is: money goes into a till and out again, and a closed till stays closed.
 */
final class Till implements Book<Till.Command, Till.Moved> {

  sealed interface Command {
    String till();
  }

  record Put(String till, long fen) implements Command {}

  record Take(String till, long fen) implements Command {}

  /** Takes without looking. */
  record Steal(String till, long fen) implements Command {}

  record Moved(String till, long fen) {}

  private final TreeMap<String, Long> moves = new TreeMap<>();

  static Till open(byte @Nullable [] saved) {
    Till till = new Till();
    if (saved != null) {
      for (String line : new String(saved, StandardCharsets.UTF_8).lines().toList()) {
        String[] parts = line.split("=", -1);
        till.moves.put(parts[0], Long.parseLong(parts[1]));
      }
    }
    return till;
  }

  @Override
  public Stream subject(Command command) {
    return new Stream("fund", command.till());
  }

  @Override
  public Outcome<Moved> decide(Command command, Accounts accounts) {
    if (moves.getOrDefault(command.till(), 0L) < 0) {
      throw new IllegalStateException("closed");
    }
    return switch (command) {
      case Put it ->
          outcome(it.till(), it.fen(), new Posting("world", it.till(), new Money(it.fen())));
      case Take it -> {
        if (accounts.on(it.till()) < it.fen()) {
          throw new IllegalStateException("too little in it");
        }
        yield outcome(it.till(), it.fen(), new Posting(it.till(), "world", new Money(it.fen())));
      }
      case Steal it ->
          outcome(it.till(), it.fen(), new Posting(it.till(), "world", new Money(it.fen())));
    };
  }

  private static Outcome<Moved> outcome(String till, long fen, Posting posting) {
    return new Outcome<>(
        till + "#" + fen,
        List.of(new Moved(till, fen)),
        List.of(posting),
        List.of(
            new Saying(
                new FundContributionReceived(new FundId(till), fen, PayerKind.FISCAL, "x"), null)));
  }

  @Override
  public void after(Moved change) {
    moves.merge(change.till(), change.fen() < 0 ? Long.MIN_VALUE / 2 : 1, Long::sum);
  }

  @Override
  public Optional<Outcome<Moved>> objection(Outcome<Moved> outcome, Accounts afterwards) {
    return outcome.postings().stream()
        .map(Posting::from)
        .filter(from -> !from.equals("world") && afterwards.on(from) < 0)
        .findFirst()
        .map(from -> new Outcome<>("", List.of(new Moved(from, -1)), List.of(), List.of()));
  }

  @Override
  public Noted write(Moved change) {
    return new Noted(
        "Moved", (change.till() + "=" + change.fen()).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Moved read(Noted noted) {
    String[] parts = new String(noted.data(), StandardCharsets.UTF_8).split("=", -1);
    return new Moved(parts[0], Long.parseLong(parts[1]));
  }

  @Override
  public List<Overdue<Command>> due(Instant now, int limit) {
    return List.of();
  }

  @Override
  public byte[] save() {
    var text = new StringBuilder();
    moves.forEach((till, count) -> text.append(till).append('=').append(count).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
