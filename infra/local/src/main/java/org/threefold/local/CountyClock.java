package org.threefold.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.threefold.calendar.CountyTime;

/**
 * The time of the local county: that of the machine, and as much later as it was moved on.
 *
 * <p>A story that waits seven days for an answer can be played in a minute. How far the clock was
 * moved is kept, so that time never goes back over a restart.
 */
public final class CountyClock extends Clock {

  private final Path file;
  private final InstantSource machine;
  private final AtomicReference<Duration> ahead;
  private final ZoneId zone;

  private CountyClock(
      Path file, InstantSource machine, AtomicReference<Duration> ahead, ZoneId zone) {
    this.file = file;
    this.machine = machine;
    this.ahead = ahead;
    this.zone = zone;
  }

  /** The clock kept in this file. */
  static CountyClock in(Path file) {
    try {
      Duration ahead =
          Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
      return new CountyClock(
          file, InstantSource.system(), new AtomicReference<>(ahead), CountyTime.ZONE);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The county's clock cannot be read from " + file, unreadable);
    }
  }

  /**
   * Moves the county's time on.
   *
   * @throws IllegalArgumentException if that would be back
   */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("Time goes forward");
    }
    try {
      // In one move: a county that dies while it writes must find the one or the other again.
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.writeString(next, ahead.updateAndGet(before -> before.plus(by)).toString());
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("The county's clock cannot be kept in " + file, unwritable);
    }
  }

  /** How far the county is ahead of the machine. */
  public Duration ahead() {
    return ahead.get();
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new CountyClock(file, machine, ahead, other);
  }
}
