package org.threefold.bench.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.threefold.bench.protocol.Ratio;
import org.threefold.bench.protocol.Rows;

/** Two ways beside each other, in pairs whose order alternates, so that a drift meets both. */
final class Contest {

  /**
   * What came of it.
   *
   * @param ratio of the one to the other
   * @param oneRate commands per second, median
   * @param otherRate of the other
   */
  record Outcome(Ratio ratio, double oneRate, double otherRate) {}

  private record Pair(Block one, Block other) {
    double ratio() {
      return one.perSecond() / other.perSecond();
    }

    double canaryPercent() {
      return Math.max(one.canaryPercent(), other.canaryPercent());
    }
  }

  private final Track track;
  private final Settings settings;
  private final Rows rows;

  Contest(Track track, Settings settings, Rows rows) {
    this.track = track;
    this.settings = settings;
    this.rows = rows;
  }

  /** Measures both, and writes the rows. */
  Outcome between(Keeper one, Keeper other, Workload workload, int count) throws Exception {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (i % 2 == 0) {
        Block first = track.block(one, workload, settings.block());
        pairs.add(new Pair(first, track.block(other, workload, settings.block())));
      } else {
        Block first = track.block(other, workload, settings.block());
        pairs.add(new Pair(track.block(one, workload, settings.block()), first));
      }
    }
    List<Pair> kept =
        pairs.stream().filter(pair -> pair.canaryPercent() <= settings.tolerancePercent()).toList();
    boolean tooFew = kept.size() * 2 < count;
    List<Pair> used = tooFew ? pairs : kept;
    Ratio ratio = Ratio.of(used.stream().mapToDouble(Pair::ratio).toArray());
    String versus = one.name() + "/" + other.name();
    rows.fine(
        workload.name(),
        versus + ".ratio",
        ratio.median(),
        "times",
        String.format(
            Locale.ROOT,
            "95 %% %.2f to %.2f; of %d pairs %d discarded by the canary%s; each: %s",
            ratio.low(),
            ratio.high(),
            count,
            tooFew ? 0 : count - kept.size(),
            tooFew ? ", though " + (count - kept.size()) + " were off: too many to do without" : "",
            used.stream().map(it -> String.format(Locale.ROOT, "%.2f", it.ratio())).toList()));
    return new Outcome(
        ratio,
        tell(workload, versus, one, used.stream().map(Pair::one).toList()),
        tell(workload, versus, other, used.stream().map(Pair::other).toList()));
  }

  private double tell(Workload workload, String versus, Keeper keeper, List<Block> blocks) {
    String metric = versus + "." + keeper.name();
    double median = middle(blocks, Block::perSecond);
    rows.add(
        workload.name(),
        metric + ".rate",
        median,
        "commands/s",
        String.format(
            Locale.ROOT,
            "%.0f to %.0f",
            blocks.stream().mapToDouble(Block::perSecond).min().orElseThrow(),
            blocks.stream().mapToDouble(Block::perSecond).max().orElseThrow()));
    rows.fine(
        workload.name(),
        metric + ".cpu.client",
        middle(blocks, Block::clientSeconds),
        "s/1000",
        "processor time of this program; clients included");
    rows.fine(
        workload.name(),
        metric + ".cpu.store",
        middle(blocks, Block::storeSeconds),
        "s/1000",
        "processor time of all processes of the store");
    return median;
  }

  private static double middle(List<Block> blocks, ToDoubleFunction<Block> what) {
    return Ratio.middleOf(blocks.stream().mapToDouble(what).toArray());
  }
}
