package org.threefold.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program of ours in a JVM of its own, to be killed without warning: how a crash is tested. It
 * has the class path of this JVM.
 */
public final class ChildJvm implements AutoCloseable {

  private static final long END_SECONDS = 10;

  private final Process process;
  private final Path output;

  private ChildJvm(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts the program; what it prints goes to the file. */
  public static ChildJvm start(Class<?> program, Path output, String... args) {
    return start(List.of(), program, output, args);
  }

  /** The same with options for the JVM, which count more than the usual ones. */
  public static ChildJvm start(
      List<String> options, Class<?> program, Path output, String... args) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(args));
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      return new ChildJvm(process, output);
    } catch (IOException e) {
      throw new UncheckedIOException("No JVM for " + program.getName(), e);
    }
  }

  /** Waits for a line that starts like this, and answers the rest of it. */
  public String awaitLine(String start) {
    return awaitLine(start, Eventually.LIMIT);
  }

  /** The same with a limit of its own, for a program that takes long. */
  public String awaitLine(String start, Duration limit) {
    Eventually.eventually(
        "\"" + start + "\" in " + output,
        limit,
        () -> {
          if (!process.isAlive() && find(start).isEmpty()) {
            throw new IllegalStateException("The program has ended:\n" + Files.readString(output));
          }
          return !find(start).isEmpty();
        });
    return find(start).getFirst();
  }

  private List<String> find(String start) {
    try (Stream<String> lines = Files.lines(output)) {
      return lines
          .filter(it -> it.startsWith(start))
          .map(it -> it.substring(start.length()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number by which the system knows it. */
  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until the program has ended by itself, and answers its exit code. */
  public int awaitEnd(Duration atMost) {
    try {
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("The program has not ended: " + process.pid());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + process.pid(), e);
    }
  }

  /** Kills the program as {@code kill -9} does, and waits until it is gone. */
  public void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The program outlives its end: " + process.pid());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
