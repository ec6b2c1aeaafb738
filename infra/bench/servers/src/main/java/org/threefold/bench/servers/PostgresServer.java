package org.threefold.bench.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.threefold.testkit.Ports;

/**
 * A PostgreSQL of the installed version, on a loopback port, in processes of its own.
 *
 * <p><b>Durability.</b> By default it is in the class of the local county's store: what was
 * committed survives the end of its processes, not that of the machine (class K). For that, {@code
 * synchronous_commit=on} has each commit wait until its log is with the operating system, and
 * {@code fsync=off} has nobody wait for the disk. {@code full_page_writes=off} is a gift to it: it
 * is meant for machines where half a page is never written. With {@code fsync=on} and {@code
 * full_page_writes=on} among the settings it survives a power cut as well (class F).
 */
public final class PostgresServer implements AutoCloseable {

  private static final long START_SECONDS = 60;
  private static final long STOP_SECONDS = 30;
  private static final long LOOK_AGAIN_MILLIS = 50;
  private static final String USER = "bench";

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("fsync", "off"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "off"),
          Map.entry("wal_level", "minimal"),
          Map.entry("max_wal_senders", "0"),
          Map.entry("max_wal_size", "4GB"),
          Map.entry("checkpoint_timeout", "30min"),
          Map.entry("wal_buffers", "16MB"),
          Map.entry("shared_buffers", "256MB"),
          Map.entry("max_connections", "200"),
          Map.entry("jit", "off"),
          Map.entry("listen_addresses", Ports.LOOPBACK),
          Map.entry("unix_socket_directories", ""));

  private final Process process;
  private final int port;
  private final Thread atExit = new Thread(this::interrupt, "postgres-end");

  private PostgresServer(Process process, int port) {
    this.process = process;
    this.port = port;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Whether there is a PostgreSQL on this machine. */
  public static boolean isInstalled() {
    return PostgresPrograms.find().isPresent();
  }

  /** Starts it on the data in this directory, which is made when it is not there. */
  public static PostgresServer start(Path home) throws InterruptedException {
    return start(home, Map.of());
  }

  /**
   * The same with settings that count more than the usual ones.
   *
   * @throws IllegalStateException if it is not installed or does not start
   */
  public static PostgresServer start(Path home, Map<String, String> settings)
      throws InterruptedException {
    PostgresPrograms programs =
        PostgresPrograms.find()
            .orElseThrow(() -> new IllegalStateException("PostgreSQL is not installed"));
    Path root = home.toAbsolutePath().normalize();
    Path data = programs.owned(root).resolve("data");
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      programs.run(
          root.resolve("initdb.log"),
          "initdb",
          List.of("-D", data.toString(), "-U", USER, "-A", "trust", "--locale=C", "--no-sync"));
    }
    int port = Ports.free();
    Map<String, String> all = new LinkedHashMap<>(SETTINGS);
    all.putAll(settings);
    List<String> options = new ArrayList<>(List.of("-D", data.toString(), "-p", "" + port));
    all.forEach((name, value) -> options.addAll(List.of("-c", name + "=" + value)));
    Path log = root.resolve("postgres.log");
    var server = new PostgresServer(programs.start(log, "postgres", options), port);
    try {
      server.awaitReady(log);
      return server;
    } catch (RuntimeException | InterruptedException failed) {
      server.close();
      throw failed;
    }
  }

  private void awaitReady(Path log) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (true) {
      try (Connection _ = DriverManager.getConnection(url())) {
        return;
      } catch (SQLException notYet) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new IllegalStateException("PostgreSQL does not start, see " + log, notYet);
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
      }
    }
  }

  /** A JDBC URL with user and database in it; there is no password. */
  public String url() {
    return "jdbc:postgresql://" + Ports.LOOPBACK + ":" + port + "/postgres?user=" + USER;
  }

  /** Of the process that has started all others. */
  public long pid() {
    return process.pid();
  }

  /** The processor time all its processes have used, in seconds. */
  public double cpuSeconds() {
    return Processor.secondsOfTree(pid());
  }

  /** Ends all its processes as {@code kill -9} does; they hold nobody's acknowledgement back. */
  public void kill() throws InterruptedException {
    List<ProcessHandle> others = process.descendants().toList();
    process.destroyForcibly().waitFor();
    others.forEach(ProcessHandle::destroyForcibly);
    forgetExit();
  }

  /** Asks it to cut its connections and to end, and waits until it has. */
  @Override
  public void close() {
    interrupt();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException stop) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    forgetExit();
  }

  /** Its fast end; the signal Java would send has it wait for its clients. */
  private void interrupt() {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(pid())).start();
    } catch (IOException impossible) {
      process.destroyForcibly();
    }
  }

  private void forgetExit() {
    try {
      boolean _ = Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException _) {
      // This JVM is ending already.
    }
  }
}
