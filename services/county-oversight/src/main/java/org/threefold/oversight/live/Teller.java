package org.threefold.oversight.live;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threefold.messaging.Contended;
import org.threefold.oversight.Rounds;
import org.threefold.oversight.trace.Hop;

/**
 * Puts all facts into one order and tells them, each once.
 *
 * <p>The order is the store's: a block of facts is told when it has been inserted under the next
 * number. Several instances may tell; one of them takes the number, the others read what it told
 * and take the next. So every instance tells the same facts under the same ids, also after a
 * restart.
 */
@Component
public final class Teller implements AutoCloseable {

  private static final int MOST_LOST = 1000;

  /**
   * A first block is numbered by the clock, so that a store made anew goes on above the old one.
   */
  private static final int MILLIS_A_NUMBER = 10;

  private record Stored(long number, int facts) {}

  private final Blocks blocks;
  private final Window window;
  private final int keep;
  private final Rounds<Block.Line> rounds;
  private final Deque<Stored> stored = new ArrayDeque<>();
  private long next;
  private int kept;

  Teller(Blocks blocks, Window window, StreamSettings settings, Clock clock) {
    this.blocks = blocks;
    this.window = window;
    this.keep = settings.window();
    this.next = blocks.origin(clock.millis() / MILLIS_A_NUMBER);
    begin();
    this.rounds = new Rounds<>("teller", Block.MOST, settings.look(), this::store);
  }

  private void begin() {
    List<Told> told = new ArrayList<>();
    for (Block block : blocks.all()) {
      told.addAll(block.told());
      remember(block);
    }
    window.begin(told);
  }

  /**
   * A fact to be told.
   *
   * @param money whether it is for those only who may see all the county's money
   */
  public record News(Hop hop, boolean money) {

    private Block.Line line() {
      return new Block.Line(hop.eventId(), hop.type(), hop.division(), money, hop.json());
    }
  }

  /** Tells facts in this order; returns when they are in the stored stream. */
  public void tell(List<News> news) {
    rounds.putAll(news.stream().map(News::line).toList());
  }

  private void store(List<Block.Line> lines) {
    if (lines.isEmpty()) {
      catchUp();
      return;
    }
    for (int lost = 0; lost < MOST_LOST; lost++) {
      List<Block.Line> fresh = fresh(lines);
      if (fresh.isEmpty()) {
        return;
      }
      var block = new Block(next, fresh);
      if (blocks.take(block)) {
        add(block);
        trim();
        return;
      }
      catchUp();
    }
    throw new Contended("Others keep telling");
  }

  /** What was told before, by an instance that died before it could say so, is not told again. */
  private List<Block.Line> fresh(List<Block.Line> lines) {
    Set<String> here = new HashSet<>();
    return lines.stream()
        .filter(it -> !window.holds(it.eventId()) && here.add(it.eventId()))
        .toList();
  }

  private void catchUp() {
    for (Block block : blocks.from(next)) {
      if (block.number() == next) {
        add(block);
      }
    }
  }

  private void add(Block block) {
    window.add(block.told());
    remember(block);
  }

  private void remember(Block block) {
    stored.add(new Stored(block.number(), block.lines().size()));
    kept += block.lines().size();
    next = block.number() + 1;
  }

  private void trim() {
    List<Long> old = new ArrayList<>();
    while (kept - stored.getFirst().facts() >= keep) {
      Stored first = stored.removeFirst();
      kept -= first.facts();
      old.add(first.number());
    }
    if (!old.isEmpty()) {
      blocks.forget(old);
    }
  }

  @Override
  public void close() {
    rounds.close();
  }
}
