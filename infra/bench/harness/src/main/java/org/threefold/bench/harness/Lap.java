package org.threefold.bench.harness;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.threefold.bench.protocol.Answer;
import org.threefold.bench.protocol.Order;
import org.threefold.bench.protocol.Run;
import org.threefold.bench.protocol.Where;

/** One subject on fresh topics and stores, loaded, looked at by the gate, and cleared away. */
final class Lap implements AutoCloseable {

  /** About as long as the data of the first fact of a need is; see the test of our own subject. */
  static final int BYTES = 235;

  static final int WRITERS = 8;
  private static final int PARTITIONS = 6;

  private static final int FIRST_GUESS = 2000;
  private static final int LEAST_EVENTS = 500;
  private static final int MOST_EVENTS = 200_000;

  /** Opens connections and fills caches before a block counts. */
  private static final int SETTLING = 1000;

  private static int runs = (int) (System.currentTimeMillis() / 1000 % 50_000);

  private final SubjectProcess subject;
  private final Servers servers;
  private final Run run;
  private Where where;
  private int acknowledged;

  private Lap(SubjectProcess subject, Servers servers, Run run) {
    this.subject = subject;
    this.servers = servers;
    this.run = run;
    this.where = subject.prepare(run.number(), run.partitions());
  }

  static Lap begin(SubjectProcess subject, Servers servers) {
    return new Lap(subject, servers, new Run(++runs, PARTITIONS));
  }

  /**
   * A subject under load until it is warm.
   *
   * @param length at least so long; bursts are as long as it does in a second
   * @return how many a second it did in the last burst
   */
  static double warmUp(SubjectProcess subject, Servers servers, Duration length)
      throws SQLException, InterruptedException, ExecutionException {
    long end = System.nanoTime() + length.toNanos();
    double perSecond = FIRST_GUESS;
    try (Lap lap = begin(subject, servers)) {
      do {
        Answer.Burst burst = lap.burst(Math.clamp((long) perSecond, LEAST_EVENTS, MOST_EVENTS));
        perSecond = burst.events() * 1e9 / burst.totalNanos();
      } while (System.nanoTime() - end < 0);
      lap.passed();
    }
    return perSecond;
  }

  /** As many as it does in this time at this rate, within bounds. */
  static int events(double perSecond, Duration length) {
    return Math.clamp((long) (perSecond * length.toMillis() / 1000), LEAST_EVENTS, MOST_EVENTS);
  }

  /** As fast as eight writers can. */
  Answer.Burst burst(int events) {
    acknowledged += events;
    return subject.order(new Order.Burst(events, WRITERS, BYTES), Answer.Burst.class);
  }

  /** The same, measured, after a few that are not. */
  Block block(int events) throws SQLException, InterruptedException, ExecutionException {
    burst(SETTLING);
    Block.Meter before = Block.Meter.read(subject, servers, run.topic());
    Answer.Burst burst = burst(events);
    Block.Meter after = Block.Meter.read(subject, servers, run.topic());
    return before.until(after, burst, passed());
  }

  /** So many a second for so long, after a second that does not count; then asks the gate. */
  Answer.Pace pace(int perSecond, Duration length)
      throws SQLException, InterruptedException, ExecutionException {
    paced(perSecond, 1);
    Answer.Pace pace = paced(perSecond, (int) length.toSeconds());
    passed();
    return pace;
  }

  private Answer.Pace paced(int perSecond, int seconds) {
    acknowledged += perSecond * seconds;
    return subject.order(new Order.Pace(perSecond, seconds, BYTES), Answer.Pace.class);
  }

  Answer.Backlog backlog(int events) {
    Answer.Backlog drained =
        subject.order(new Order.Backlog(events, WRITERS, BYTES), Answer.Backlog.class);
    acknowledged += events;
    return drained;
  }

  Answer.Replay replay() {
    Answer.Replay replayed = subject.order(new Order.Replay(), Answer.Replay.class);
    where = subject.order(new Order.Where(), Answer.Lies.class).where();
    return replayed;
  }

  void preload(int aggregates) {
    subject.order(new Order.Preload(aggregates, BYTES), Answer.Done.class);
  }

  /**
   * Asks the gate.
   *
   * @return how many facts were said more than once
   * @throws IllegalStateException if anything was lost or doubled: then there is no result
   */
  int passed() throws SQLException, InterruptedException, ExecutionException {
    Gate.Outcome outcome = new Gate(servers).look(run, where, acknowledged);
    if (!outcome.passes()) {
      throw new IllegalStateException(
          subject.contender().id() + " did not pass the gate: " + outcome.wrong());
    }
    return outcome.saidAgain();
  }

  /** Takes its databases and topics away, so that the next finds a machine like this one did. */
  @Override
  public void close() {
    try (MongoClient client = MongoClients.create(servers.mongo());
        Admin admin = Admin.create(Map.of("bootstrap.servers", servers.kafka()))) {
      List<String> databases = client.listDatabaseNames().into(new ArrayList<>());
      databases.removeIf(it -> !it.startsWith(run.name()));
      // Longest first: the embedded store takes one for a part of another whose name it begins
      // with.
      databases.sort(Comparator.comparingInt(String::length).reversed());
      databases.forEach(it -> client.getDatabase(it).drop());
      List<String> topics = new ArrayList<>(admin.listTopics().names().get());
      topics.removeIf(it -> !it.equals(run.topic()) && !it.startsWith(run.topic() + "."));
      admin.deleteTopics(topics).all().get();
    } catch (MongoException left) {
      System.err.println(run.name() + " is left in the store: " + left.getMessage());
    } catch (ExecutionException failed) {
      throw new IllegalStateException("Cannot clear away " + run, failed.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
