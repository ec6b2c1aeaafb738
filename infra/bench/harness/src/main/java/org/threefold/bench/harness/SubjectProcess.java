package org.threefold.bench.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.threefold.bench.protocol.Answer;
import org.threefold.bench.protocol.Order;
import org.threefold.bench.protocol.Resident;
import org.threefold.bench.protocol.Where;
import org.threefold.bench.servers.Processor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A subject in a JVM of its own, told what to do line by line. All get the same options. */
final class SubjectProcess implements AutoCloseable {

  private static final List<String> OPTIONS =
      List.of(
          "-Xmx768m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dfile.encoding=UTF-8");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long LONGEST_END_SECONDS = 30;

  /** No order takes longer; a subject that has not answered by then is ended. */
  private static final long PATIENCE_MINUTES = 10;

  private final Contender contender;
  private final Process process;
  private final Writer orders;
  private final BufferedReader answers;
  private final Path log;

  private SubjectProcess(Contender contender, Process process, Path log) {
    this.contender = contender;
    this.process = process;
    this.orders = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.log = log;
  }

  /** Starts it, and returns when it can be told what to do. */
  static SubjectProcess start(Contender contender, Servers servers, Settings settings) {
    Path log = settings.work().resolve(contender.id() + ".log");
    List<String> command = new ArrayList<>(List.of(Programs.java()));
    command.addAll(OPTIONS);
    command.addAll(List.of("-cp", Programs.classPath(settings.root(), contender.module())));
    command.add(contender.program());
    command.addAll(contender.arguments());
    try {
      var builder =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(servers.surroundings());
      var subject = new SubjectProcess(contender, builder.start(), log);
      subject.answer(Answer.Done.class);
      return subject;
    } catch (IOException impossible) {
      throw new UncheckedIOException("No process for " + contender.id(), impossible);
    }
  }

  Contender contender() {
    return contender;
  }

  /**
   * Has it do this.
   *
   * @throws UnsupportedOperationException if it has no way to
   * @throws IllegalStateException if it failed
   */
  <A extends Answer> A order(Order order, Class<A> expected) {
    try {
      orders.write(JSON.writerFor(Order.class).writeValueAsString(order) + "\n");
      orders.flush();
      return answer(expected);
    } catch (IOException gone) {
      throw new UncheckedIOException(contender.id() + " is gone, see " + log, gone);
    }
  }

  Where prepare(int run, int partitions) {
    return order(new Order.Prepare(run, partitions), Answer.Lies.class).where();
  }

  private <A extends Answer> A answer(Class<A> expected) throws IOException {
    CompletableFuture<Void> patience =
        CompletableFuture.runAsync(
            process::destroyForcibly,
            CompletableFuture.delayedExecutor(PATIENCE_MINUTES, TimeUnit.MINUTES));
    String line = answers.readLine();
    boolean _ = patience.cancel(false);
    if (line == null) {
      throw new IllegalStateException(contender.id() + " has ended, see " + log);
    }
    JsonNode said = JSON.readTree(line);
    if (said.path("ok").asBoolean()) {
      return JSON.treeToValue(said.path("answer"), expected);
    }
    if (said.has("cannot")) {
      throw new UnsupportedOperationException(said.path("cannot").asString());
    }
    throw new IllegalStateException(
        contender.id() + ": " + said.path("why").asString() + ", see " + log);
  }

  double cpuSeconds() {
    return Processor.seconds(process.pid());
  }

  /** The most it has held in memory so far, in megabytes. */
  double mostResidentMb() {
    return Resident.mostKb(process.pid()) / 1024.0;
  }

  @Override
  public void close() {
    try {
      orders.write("{\"do\":\"stop\"}\n");
      orders.flush();
      if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException | InterruptedException ended) {
      process.destroyForcibly();
      if (ended instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
