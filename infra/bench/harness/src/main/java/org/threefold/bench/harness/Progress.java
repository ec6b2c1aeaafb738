package org.threefold.bench.harness;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far the run is, for who waits for it: a bar on a terminal, lines elsewhere. */
final class Progress implements AutoCloseable {

  private static final int EVERY_MILLIS = 500;

  private final ProgressBar bar;
  private final boolean terminal =
      Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  private final long began = System.nanoTime();
  private final int steps;
  private int done;

  Progress(int steps) {
    this.steps = steps;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName("bench")
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(terminal ? EVERY_MILLIS : Integer.MAX_VALUE)
            .build();
  }

  /** The next step begins. */
  void step(String what) {
    done++;
    bar.stepTo(done);
    bar.setExtraMessage(what);
    if (!terminal) {
      System.out.printf(
          "%5d s  step %d of %d: %s%n",
          (System.nanoTime() - began) / 1_000_000_000, done, steps, what);
    }
  }

  @Override
  public void close() {
    bar.close();
  }
}
