package org.threefold.bench.harness;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.threefold.bench.protocol.Answer;
import org.threefold.bench.protocol.Ratio;
import org.threefold.bench.protocol.Rows;

/** W3: a need through four services, as fast as it goes and at half of that. */
final class Chain {

  private static final int BLOCKS = 3;
  private static final int PERCENT = 50;

  private final Settings settings;
  private final Servers servers;
  private final Rows rows;
  private final Progress progress;

  Chain(Settings settings, Servers servers, Rows rows, Progress progress) {
    this.settings = settings;
    this.servers = servers;
    this.rows = rows;
    this.progress = progress;
  }

  static int steps() {
    return 2 + BLOCKS;
  }

  /** Measures ours. */
  void measure() throws SQLException, InterruptedException, ExecutionException {
    try (SubjectProcess chain = SubjectProcess.start(Contender.CHAIN, servers, settings)) {
      progress.step("W3 · warms up");
      int events = Lap.events(Lap.warmUp(chain, servers, settings.warmup()), settings.block());
      List<Block> blocks = new ArrayList<>();
      for (int i = 0; i < BLOCKS; i++) {
        progress.step("W3");
        try (Lap lap = Lap.begin(chain, servers)) {
          blocks.add(lap.block(events));
        }
      }
      double[] rates = blocks.stream().mapToDouble(Block::perSecond).sorted().toArray();
      String note =
          "need to project to reservation to oversight; closed loop; min %.0f; max %.0f"
              .formatted(rates[0], rates[rates.length - 1]);
      rows.add("w3.chain", "needs", Ratio.middleOf(rates), "/s", note);
      double cpu = Ratio.middleOf(blocks.stream().mapToDouble(Block::cpu).toArray());
      rows.fine("w3.chain", "cpu", cpu, "ms/need", "all processes");
      rows.add("w3.chain", "resident", chain.mostResidentMb(), "MB", "four services in one JVM");
      pace(chain, (int) Ratio.middleOf(rates));
    }
  }

  private void pace(SubjectProcess chain, int most)
      throws SQLException, InterruptedException, ExecutionException {
    progress.step("W3 · at " + PERCENT + "%");
    int perSecond = Math.max(1, most * PERCENT / 100);
    try (Lap lap = Lap.begin(chain, servers)) {
      Answer.Pace pace = lap.pace(perSecond, settings.block());
      String note = "open loop; %d/s; %d late".formatted(perSecond, pace.late());
      rows.add("w3.chain.50", "p50", pace.p50Micros() / 1000.0, "ms", note);
      rows.add("w3.chain.50", "p99", pace.p99Micros() / 1000.0, "ms", note);
      rows.add("w3.chain.50", "max", pace.maxMicros() / 1000.0, "ms", note);
    }
  }
}
