package org.threefold.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.threefold.evaluations.EvaluationApplication;
import org.threefold.funds.FundLedgerApplication;
import org.threefold.local.CountySettings.Part;
import org.threefold.local.issuer.Issuer;
import org.threefold.needs.NeedsIntakeApplication;
import org.threefold.oversight.CountyOversightApplication;
import org.threefold.projects.ProjectManagementApplication;
import org.threefold.stations.StationRegistryApplication;
import org.threefold.testkit.kafka.LocalKafka;
import org.threefold.testkit.mongo.LocalMongo;

/**
 * A running county: a real broker, a store that survives, an issuer, and the six services as six
 * contexts.
 */
public final class County implements AutoCloseable {

  private record Service(Part part, Class<?> application) {}

  /**
   * In the order of the flow; the read side last, so that it is up when everybody has something to
   * say.
   */
  private static final List<Service> SERVICES =
      List.of(
          new Service(Part.STATIONS, StationRegistryApplication.class),
          new Service(Part.NEEDS, NeedsIntakeApplication.class),
          new Service(Part.PROJECTS, ProjectManagementApplication.class),
          new Service(Part.FUNDS, FundLedgerApplication.class),
          new Service(Part.EVALUATIONS, EvaluationApplication.class),
          new Service(Part.OVERSIGHT, CountyOversightApplication.class));

  private final CountySettings settings;
  private final Consumer<String> progress;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final CountyClock clock;
  private String secret = "";

  private County(CountySettings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
    try {
      Files.createDirectories(settings.data());
    } catch (IOException unwritable) {
      throw new UncheckedIOException("There can be no data in " + settings.data(), unwritable);
    }
    this.clock = CountyClock.in(settings.data().resolve("clock"));
  }

  /**
   * Starts the county, or goes on where it stopped.
   *
   * @param progress told what is being done
   * @throws CannotStart if a port is taken, or the data directory is in use by another county
   */
  public static County start(CountySettings settings, Consumer<String> progress) {
    County county = new County(settings, progress);
    try {
      county.start();
      return county;
    } catch (RuntimeException failed) {
      county.close();
      throw failed;
    }
  }

  private void start() {
    requireFreePorts();
    parts.push(lockData());
    Path data = settings.data();
    LocalMongo mongo =
        started("store", () -> LocalMongo.start(data.resolve("mongo"), settings.port(Part.MONGO)));
    LocalKafka kafka =
        started("broker", () -> LocalKafka.start(data.resolve("kafka"), settings.port(Part.KAFKA)));
    Issuer issuer =
        started(
            "issuer",
            () ->
                Issuer.start(
                    data.resolve("issuer"),
                    settings.port(Part.ISSUER),
                    settings.url(Part.OVERSIGHT),
                    clock));
    secret = issuer.secret();
    Path hotlines = HotlineKey.knownIn(data);
    for (Service service : SERVICES) {
      started(
          service.part.partName(),
          () -> run(service, mongo.uri(), kafka.bootstrapServers(), hotlines));
    }
    new Seeds(settings, secret, clock, progress).sow();
  }

  private <P extends AutoCloseable> P started(String name, Supplier<P> start) {
    long begin = System.nanoTime();
    P part = start.get();
    parts.push(part);
    progress.accept(
        String.format("%-20s up in %4d ms", name, (System.nanoTime() - begin) / 1_000_000));
    return part;
  }

  private ConfigurableApplicationContext run(
      Service service, String mongo, String kafka, Path hotlines) {
    return new SpringApplicationBuilder(service.application)
        .bannerMode(Banner.Mode.OFF)
        .registerShutdownHook(false)
        .initializers(context -> context.getBeanFactory().registerSingleton("clock", clock))
        .run(
            "--spring.config.name=" + service.part.partName(),
            "--server.port=" + settings.port(service.part),
            "--server.address=localhost",
            "--spring.mongodb.uri=" + mongo,
            "--spring.kafka.bootstrap-servers=" + kafka,
            "--threefold.access.issuer=" + settings.url(Part.ISSUER),
            "--needs.vault.keys=" + settings.data().resolve("vault/keys"),
            "--needs.vault.make-keys=true",
            "--needs.open311.keys=" + hotlines);
  }

  private void requireFreePorts() {
    List<String> taken = new ArrayList<>();
    for (Part part : Part.values()) {
      try (ServerSocket probe = new ServerSocket()) {
        probe.setReuseAddress(true);
        probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port(part)));
      } catch (IOException _) {
        taken.add(part.partName() + " (port " + settings.port(part) + ")");
      }
    }
    if (!taken.isEmpty()) {
      throw new CannotStart(
          "Taken by another program: "
              + String.join(", ", taken)
              + ". Stop it, or choose another port with -Dthreefold.port.<name>=<port>.");
    }
  }

  /** Two counties on one data directory would destroy it. */
  private AutoCloseable lockData() {
    try {
      FileChannel channel =
          FileChannel.open(
              settings.data().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new CannotStart("Another county is running on " + settings.data());
      }
      return channel;
    } catch (IOException unwritable) {
      throw new UncheckedIOException("There can be no data in " + settings.data(), unwritable);
    }
  }

  /** The lock, or null if somebody has it, in this JVM or another. */
  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  /** The county's time, which a story may move on. */
  public CountyClock clock() {
    return clock;
  }

  /** The secret of every persona. */
  public String secret() {
    return secret;
  }

  /** Where everything is. */
  public CountySettings settings() {
    return settings;
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception failed) {
        progress.accept("Could not be closed: " + failed);
      }
    }
  }
}
