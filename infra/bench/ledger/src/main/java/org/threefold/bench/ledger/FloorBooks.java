package org.threefold.bench.ledger;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.threefold.bench.ledger.Command.Pot;
import org.threefold.bench.ledger.Command.Step;

/** Books in a few arrays, one thread that writes, a document for all that waits. */
final class FloorBooks implements Keeper.Books {

  private static final int QUEUE = 8192;
  private static final int BATCH = 512;
  private static final int FIRST_PROJECTS = 1024;
  private static final String HASH = "0".repeat(64);

  private record Task(Command command, CompletableFuture<Void> stored) {}

  private final Workload workload;
  private final MongoDatabase database;
  private final MongoCollection<Document> journal;
  private final Map<Step, RawBsonDocument> forms;
  private final BlockingQueue<Task> queue = new ArrayBlockingQueue<>(QUEUE);
  private final long[] balances;
  private byte[] steps = new byte[FIRST_PROJECTS];
  private long seq;
  private final Thread thread;

  FloorBooks(Workload workload, MongoDatabase database, Map<Step, RawBsonDocument> forms) {
    this.workload = workload;
    this.database = database;
    this.journal = database.getCollection("journal").withWriteConcern(WriteConcern.MAJORITY);
    this.forms = Map.copyOf(forms);
    this.balances = new long[workload.funds() * Pot.ALL];
    workload.allFunds().forEach(it -> balances[Pot.AVAILABLE.of(it)] = Workload.MONEY_FEN);
    this.thread = Thread.ofPlatform().name("floor").daemon().start(this::run);
  }

  @Override
  public void execute(Command command) throws InterruptedException {
    Task task = new Task(command, new CompletableFuture<>());
    queue.put(task);
    task.stored().join();
  }

  private void run() {
    List<Task> tasks = new ArrayList<>();
    try {
      while (true) {
        tasks.clear();
        tasks.add(queue.take());
        queue.drainTo(tasks, BATCH - 1);
        write(tasks);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(List<Task> tasks) {
    List<RawBsonDocument> decisions = new ArrayList<>(tasks.size());
    List<Task> moved = new ArrayList<>(tasks.size());
    for (Task task : tasks) {
      if (move(task.command())) {
        decisions.add(Objects.requireNonNull(forms.get(task.command().step())));
        moved.add(task);
      } else {
        task.stored().completeExceptionally(new IllegalStateException("Refused"));
      }
    }
    try {
      journal.insertOne(
          new Document("_id", ++seq)
              .append("at", Date.from(Instant.now()))
              .append("decisions", decisions)
              .append("prevHash", HASH)
              .append("hash", HASH));
      moved.forEach(task -> task.stored().complete(null));
    } catch (MongoException failed) {
      moved.forEach(task -> task.stored().completeExceptionally(failed));
    }
  }

  /** Whether the project is so far, and each fund has so much. */
  private boolean move(Command command) {
    int project = Math.toIntExact(command.project());
    if (project >= steps.length) {
      steps = Arrays.copyOf(steps, Math.max(project + 1, steps.length * 2));
    }
    Step step = command.step();
    if (steps[project] != step.place()) {
      return false;
    }
    for (int fund : command.funds()) {
      if (balances[step.from().of(fund)] < command.fen()) {
        return false;
      }
    }
    for (int fund : command.funds()) {
      balances[step.from().of(fund)] -= command.fen();
      balances[step.to().of(fund)] += command.fen();
    }
    steps[project]++;
    return true;
  }

  /** Copies cannot be told from each other, so they are counted. */
  @Override
  public List<String> wrong(long[] acknowledged) {
    stop();
    List<String> wrong = new ArrayList<>();
    long next = 1;
    long decisions = 0;
    List<Document> block;
    do {
      block = Entries.from(journal, next);
      for (Document entry : block) {
        if (entry.getLong("_id") != next++) {
          wrong.add("entry " + (next - 1) + " is missing");
        }
        decisions += entry.getList("decisions", Document.class).size();
      }
    } while (!block.isEmpty());
    long told = Arrays.stream(acknowledged).sum();
    if (decisions != told) {
      wrong.add(told + " commands were acknowledged, " + decisions + " are there");
    }
    for (int fund : workload.allFunds()) {
      long sum = Arrays.stream(Pot.values()).mapToLong(pot -> balances[pot.of(fund)]).sum();
      if (sum != Workload.MONEY_FEN) {
        wrong.add("fund " + fund + " is out of balance by " + (sum - Workload.MONEY_FEN));
      }
    }
    return wrong;
  }

  private void stop() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
    database.drop();
  }
}
