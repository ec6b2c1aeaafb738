package org.threefold.bench.harness;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.threefold.bench.protocol.Answer;
import org.threefold.bench.protocol.Rows;

/**
 * W2: so many facts a second by the clock, at shares of what the same subject did a moment before
 * as fast as it could. A latency begins when a write was due, and ends with the stored effect.
 */
final class Paces {

  private static final List<Integer> PERCENT = List.of(25, 50, 75, 90);

  private final Settings settings;
  private final Servers servers;
  private final Rows rows;
  private final Progress progress;

  Paces(Settings settings, Servers servers, Rows rows, Progress progress) {
    this.settings = settings;
    this.servers = servers;
    this.rows = rows;
    this.progress = progress;
  }

  static int steps() {
    return 1 + PERCENT.size();
  }

  /** Measures one subject, from its start. */
  void measure(Contender contender) throws SQLException, InterruptedException, ExecutionException {
    try (SubjectProcess subject = SubjectProcess.start(contender, servers, settings)) {
      int most = most(subject);
      for (int percent : PERCENT) {
        pace(subject, most, percent);
      }
    }
  }

  private int most(SubjectProcess subject)
      throws SQLException, InterruptedException, ExecutionException {
    progress.step("W2 · " + subject.contender().id() + " · as fast as it can");
    return (int) Lap.warmUp(subject, servers, settings.warmup().plus(settings.block()));
  }

  private void pace(SubjectProcess subject, int most, int percent)
      throws SQLException, InterruptedException, ExecutionException {
    progress.step("W2 · " + subject.contender().id() + " · at " + percent + "%");
    int perSecond = Math.max(1, most * percent / 100);
    try (Lap lap = Lap.begin(subject, servers)) {
      Answer.Pace pace = lap.pace(perSecond, settings.block());
      String row = "w2." + subject.contender().id() + "." + percent;
      String note =
          "open loop; %d/s of %d/s; %d of %d began late; %d without effect at the end"
              .formatted(perSecond, most, pace.late(), pace.sent(), pace.backlogAtEnd());
      rows.add(row, "p50", pace.p50Micros() / 1000.0, "ms", note);
      rows.add(row, "p99", pace.p99Micros() / 1000.0, "ms", note);
      rows.add(row, "p99.9", pace.p999Micros() / 1000.0, "ms", note);
      rows.add(row, "max", pace.maxMicros() / 1000.0, "ms", note);
    }
  }
}
