package org.threefold.bench.county;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.threefold.bench.protocol.Resident;

/** A program in a process of its own, and what the operating system says of it. */
final class Child implements AutoCloseable {

  private static final Duration LONGEST_END = Duration.ofMinutes(3);

  private final Process process;
  private final long began;
  private final Path log;
  private final CompletableFuture<Long> ready = new CompletableFuture<>();

  private Child(Process process, long began, Path log) {
    this.process = process;
    this.began = began;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param readyLine it is ready when it prints a line that begins so
   */
  static Child start(List<String> command, Map<String, String> env, Path log, String readyLine) {
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(env);
      long began = System.nanoTime();
      Child child = new Child(builder.start(), began, log);
      Thread.ofPlatform().daemon().name("log-of-child").start(() -> child.copy(readyLine));
      return child;
    } catch (IOException impossible) {
      throw new UncheckedIOException("No process for " + command, impossible);
    }
  }

  private void copy(String readyLine) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        BufferedWriter out = Files.newBufferedWriter(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains(readyLine)) {
          ready.complete(System.nanoTime());
        }
        out.write(line);
        out.newLine();
        out.flush();
      }
    } catch (IOException gone) {
      ready.completeExceptionally(gone);
    }
    ready.completeExceptionally(new IllegalStateException("The program has ended, see " + log));
  }

  /** Waits until it is ready, and answers how long that took from its start. */
  Duration awaitReady(Duration limit) throws InterruptedException {
    try {
      return Duration.ofNanos(ready.get(limit.toMillis(), TimeUnit.MILLISECONDS) - began);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IllegalStateException("Not ready after " + limit + ", see " + log, failed);
    }
  }

  long pid() {
    return process.pid();
  }

  /** What it holds in memory, in kilobytes. */
  long residentKb() {
    return Resident.nowKb(pid());
  }

  /** The processor time it has used, user and system. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
  }

  /** Asks it to end, and waits until it has, and has written what it writes at its end. */
  void stop() throws InterruptedException {
    // Not process.destroy(), which also closes its output: what it writes at its end would kill it.
    process.toHandle().destroy();
    if (!process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new IllegalStateException("Did not end by itself, see " + log);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
