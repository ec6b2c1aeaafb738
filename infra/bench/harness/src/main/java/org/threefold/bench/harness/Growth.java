package org.threefold.bench.harness;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.threefold.bench.protocol.Ratio;
import org.threefold.bench.protocol.Rows;

/**
 * W1 again on a store that holds more and more: what a fact costs then. All sizes are measured in
 * the same JVM, forth and back, so that what the machine does in the meantime falls on all alike.
 */
final class Growth {

  private static final int EVENTS_A_BLOCK = 20_000;
  private static final int EVENTS_QUICK = 2_000;

  private final Settings settings;
  private final Servers servers;
  private final Rows rows;
  private final Progress progress;

  private record Seen(int size, List<Block> blocks) {}

  Growth(Settings settings, Servers servers, Rows rows, Progress progress) {
    this.settings = settings;
    this.servers = servers;
    this.rows = rows;
    this.progress = progress;
  }

  static int steps(Settings settings) {
    return 1 + 2 * settings.sizes().size();
  }

  /** Measures ours. */
  void measure() throws SQLException, InterruptedException, ExecutionException {
    List<Seen> sizes = new ArrayList<>();
    settings.sizes().forEach(size -> sizes.add(new Seen(size, new ArrayList<>())));
    try (SubjectProcess us = SubjectProcess.start(Contender.OURS, servers, settings)) {
      progress.step("growth · warms up");
      Lap.warmUp(us, servers, settings.warmup());
      for (Seen each : sizes) {
        block(us, each);
      }
      for (Seen each : sizes.reversed()) {
        block(us, each);
      }
    }
    double least = cpu(sizes.getFirst());
    for (Seen each : sizes) {
      String row = "growth." + each.size;
      String note = each.size + " aggregates there before; two blocks, forth and back";
      rows.fine(row, "cpu", cpu(each), "ms/fact", note);
      rows.fine(row, "cpu against the first", cpu(each) / least, "times", note);
      rows.add(
          row,
          "facts",
          Ratio.middleOf(each.blocks.stream().mapToDouble(Block::perSecond).toArray()),
          "/s",
          note);
    }
  }

  private static double cpu(Seen seen) {
    return Ratio.middleOf(seen.blocks.stream().mapToDouble(Block::cpu).toArray());
  }

  private void block(SubjectProcess us, Seen seen)
      throws SQLException, InterruptedException, ExecutionException {
    progress.step("growth · " + seen.size);
    try (Lap lap = Lap.begin(us, servers)) {
      if (seen.size > 0) {
        lap.preload(seen.size);
      }
      seen.blocks.add(lap.block(settings.quick() ? EVENTS_QUICK : EVENTS_A_BLOCK));
    }
  }
}
