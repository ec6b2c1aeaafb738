package org.threefold.bench.harness;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import org.threefold.bench.protocol.Answer;
import org.threefold.bench.protocol.Rows;

/** W5: what waits while the relay is held, and how fast it goes then; W6: all of it heard again. */
final class Backlogs {

  private final Settings settings;
  private final Servers servers;
  private final Rows rows;
  private final Progress progress;

  Backlogs(Settings settings, Servers servers, Rows rows, Progress progress) {
    this.settings = settings;
    this.servers = servers;
    this.rows = rows;
    this.progress = progress;
  }

  static int steps() {
    return 2;
  }

  /** Measures one subject, from its start; says so where it has no way to. */
  void measure(Contender contender) throws SQLException, InterruptedException, ExecutionException {
    progress.step("W5 · " + contender.id());
    try (SubjectProcess subject = SubjectProcess.start(contender, servers, settings)) {
      Lap.warmUp(subject, servers, settings.warmup());
      try (Lap lap = Lap.begin(subject, servers)) {
        drain(lap, contender);
        progress.step("W6 · " + contender.id());
        replay(lap, contender);
      }
    }
  }

  private void drain(Lap lap, Contender contender)
      throws SQLException, InterruptedException, ExecutionException {
    String row = "w5." + contender.id();
    try {
      Answer.Backlog drained = lap.backlog(settings.backlog());
      lap.passed();
      rows.add(
          row,
          "drained",
          drained.events() * 1e9 / drained.drainNanos(),
          "/s",
          drained.events() + " facts; from the go to the last effect");
    } catch (UnsupportedOperationException cannot) {
      rows.add(row, "drained", "none", "/s", String.valueOf(cannot.getMessage()));
      lap.burst(Math.min(settings.backlog(), 20_000));
    }
  }

  private void replay(Lap lap, Contender contender)
      throws SQLException, InterruptedException, ExecutionException {
    String row = "w6." + contender.id();
    try {
      Answer.Replay replayed = lap.replay();
      lap.passed();
      rows.add(
          row,
          "replayed",
          replayed.events() * 1e9 / replayed.nanos(),
          "/s",
          replayed.events()
              + " facts from zero into an empty target; with the start of the reader");
    } catch (UnsupportedOperationException cannot) {
      rows.add(row, "replayed", "none", "/s", String.valueOf(cannot.getMessage()));
    }
  }
}
