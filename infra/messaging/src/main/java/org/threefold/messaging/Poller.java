package org.threefold.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks once a second at what is due. */
final class Poller implements Deadlines, SmartLifecycle {

  private static final Duration EVERY = Duration.ofSeconds(1);

  /** What one look takes at most of each kind; the rest is taken at the next. */
  private static final int MAX_DUE = 200;

  private static final Logger log = LoggerFactory.getLogger(Poller.class);

  private record Watch(Aggregates<?, ?> aggregates, BiConsumer<String, Cause.Due> action) {}

  private final Clock clock;
  private final String service;
  private final List<Watch> watches = new CopyOnWriteArrayList<>();
  private volatile boolean running;
  private @Nullable Thread thread;

  Poller(Clock clock, String service) {
    this.clock = clock;
    this.service = service;
  }

  @Override
  public void watch(Aggregates<?, ?> aggregates, BiConsumer<String, Cause.Due> action) {
    watches.add(new Watch(aggregates, action));
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("deadlines").start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    while (running) {
      watches.forEach(this::look);
      try {
        Thread.sleep(EVERY);
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  private void look(Watch watch) {
    try {
      for (String id : watch.aggregates.due(clock.instant(), MAX_DUE)) {
        act(watch, id);
      }
    } catch (RuntimeException later) {
      log.warn("What is due waits: {}", later.getMessage());
    }
  }

  private void act(Watch watch, String id) {
    try {
      watch.action.accept(
          id, new Cause.Due("deadline/" + id, "SYSTEM@" + service, clock.instant()));
    } catch (RuntimeException later) {
      log.warn("{} is due and waits: {}", id, later.getMessage());
    }
  }
}
