package org.threefold.messaging;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one collection: takes what waits, reads it with one query, changes it in memory, writes it
 * with one unordered bulk write, and answers.
 *
 * <p>Each document is replaced only if it is still at the revision that the change rests on. The
 * replacement is an upsert, so a lost race shows as a duplicate key of exactly that document, on
 * every store. Losers are read and changed again, a bounded number of times. A system at rest waits
 * for nothing: the first change to come is written at once, and what comes meanwhile shares the
 * next round.
 *
 * <p>What was written last is kept in memory, and what is said to be new is taken for new; both
 * save the reading, for the write finds out if it is not so. An outcome that is not written (a
 * refusal, or nothing to change) has nothing to find it out, so it always rests on a reading.
 */
final class GroupWriter<S> implements AutoCloseable {

  /**
   * What becomes of an entry; the same entry means that nothing is to be written. Asked again after
   * a lost race.
   */
  @FunctionalInterface
  interface Change<S> {
    Entry<S> apply(Entry<S> current);
  }

  /** What one round holds at most. */
  private static final int MAX_ROUND = 256;

  /** So many changes may wait for their round; a further one is refused. */
  private static final int MAX_WAITING = 4096;

  /** So often a change is tried again when others write first. */
  private static final int MAX_LOST = 16;

  /** So many documents are kept in memory, those written last. */
  private static final int MAX_KEPT = 1024;

  private static final int DUPLICATE_KEY = 11000;

  private static final Logger log = LoggerFactory.getLogger(GroupWriter.class);

  /**
   * One change.
   *
   * @param begins whether the document is probably not there yet
   * @param looks whether the document must be read
   */
  private record Task<S>(
      String id,
      Change<S> change,
      boolean begins,
      boolean looks,
      int lost,
      CompletableFuture<Entry<S>> answer) {

    Task<S> looking(boolean hasLost) {
      return new Task<>(id, change, false, true, hasLost ? lost + 1 : lost, answer);
    }
  }

  /** What a change starts from, and whether the store has said so in this round. */
  private record Base<S>(Entry<S> entry, boolean read) {}

  /**
   * What a task came to in memory: an entry, or a refusal; it counts only once the round is
   * written.
   */
  private record Outcome<S>(
      Task<S> task, @Nullable Entry<S> entry, @Nullable RuntimeException refusal) {

    void tell() {
      if (entry != null) {
        task.answer.complete(entry);
      } else if (refusal != null) {
        task.answer.completeExceptionally(refusal);
      }
    }
  }

  private final MongoCollection<Document> collection;
  private final Layout<S> layout;
  private final S initial;
  private final BiConsumer<String, Entry<S>> written;
  private final BlockingQueue<Task<S>> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final Map<String, Entry<S>> kept = new Recent<>(MAX_KEPT);
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Starts writing.
   *
   * @param written told of every stored entry, before its answer goes out
   */
  GroupWriter(
      MongoCollection<Document> collection,
      Layout<S> layout,
      S initial,
      BiConsumer<String, Entry<S>> written) {
    this.collection = collection;
    this.layout = layout;
    this.initial = initial;
    this.written = written;
    this.thread =
        Thread.ofPlatform()
            .name("writer-" + collection.getNamespace().getCollectionName())
            .daemon()
            .start(this::run);
  }

  /**
   * Has a change made.
   *
   * @param begins whether the document is probably not there yet; if it is, that is found out
   */
  CompletableFuture<Entry<S>> submit(String id, boolean begins, Change<S> change) {
    var task = new Task<>(id, change, begins, false, 0, new CompletableFuture<Entry<S>>());
    if (closed || !waiting.offer(task)) {
      task.answer.completeExceptionally(new Busy("Too many changes wait to be written"));
    }
    return task.answer;
  }

  private void run() {
    List<Task<S>> round = new ArrayList<>();
    while (!closed) {
      try {
        round.add(waiting.take());
        waiting.drainTo(round, MAX_ROUND - round.size());
        while (!round.isEmpty()) {
          round = write(round);
        }
      } catch (InterruptedException stop) {
        break;
      }
    }
    round.addAll(waiting);
    round.forEach(
        task -> task.answer.completeExceptionally(new StoreUnavailable("The service stops")));
  }

  /** Writes one round and returns the tasks that lost their race or have to look first. */
  private List<Task<S>> write(List<Task<S>> round) {
    Map<String, List<Task<S>>> byId = new LinkedHashMap<>();
    round.forEach(task -> byId.computeIfAbsent(task.id, _ -> new ArrayList<>()).add(task));
    try {
      Map<String, Entry<S>> changed = new LinkedHashMap<>();
      Set<String> unsure = new HashSet<>();
      List<Outcome<S>> outcomes = new ArrayList<>();
      bases(byId)
          .forEach((id, base) -> {
            Entry<S> before = base.entry;
            Entry<S> after = changeAll(before, byId.getOrDefault(id, List.of()), outcomes);
            if (after.rev() != before.rev()) {
              changed.put(id, atNextRevision(before, after));
            } else if (!base.read) {
              unsure.add(id);
            }
          });
      Set<String> lost = replace(changed);
      keep(changed, lost);
      return answer(outcomes, changed, lost, unsure);
    } catch (MongoException failed) {
      kept.keySet().removeAll(byId.keySet()); // Whether they were written is not known.
      round.forEach(task -> task.answer.completeExceptionally(unavailable(failed)));
    } catch (RuntimeException unexpected) {
      log.error("A round of changes failed: {}", collection.getNamespace(), unexpected);
      round.forEach(task -> task.answer.completeExceptionally(unexpected));
    }
    return new ArrayList<>();
  }

  /** All changes of one round to one document are one write, so one revision. */
  private static <S> Entry<S> atNextRevision(Entry<S> before, Entry<S> after) {
    return new Entry<>(
        after.id(),
        before.rev() + 1,
        after.version(),
        after.state(),
        after.outbox(),
        after.heard(),
        after.keys());
  }

  private Map<String, Base<S>> bases(Map<String, List<Task<S>>> byId) {
    Map<String, Base<S>> bases = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    byId.forEach((id, tasks) -> {
      Entry<S> known = kept.get(id);
      if (tasks.stream().anyMatch(Task::looks)) {
        unknown.add(id);
      } else if (known != null) {
        bases.put(id, new Base<>(known, false));
      } else if (tasks.getFirst().begins) {
        bases.put(id, new Base<>(Entry.initial(id, initial), false));
      } else {
        unknown.add(id);
      }
    });
    if (!unknown.isEmpty()) {
      Map<String, Entry<S>> found = read(unknown);
      for (String id : unknown) {
        Entry<S> entry = found.get(id);
        bases.put(id, new Base<>(entry == null ? Entry.initial(id, initial) : entry, true));
      }
    }
    return bases;
  }

  private void keep(Map<String, Entry<S>> changed, Set<String> lost) {
    kept.keySet().removeAll(lost);
    changed.forEach((id, entry) -> {
      if (!lost.contains(id)) {
        kept.put(id, entry);
      }
    });
  }

  private Map<String, Entry<S>> read(Collection<String> ids) {
    Map<String, Entry<S>> found = new HashMap<>();
    for (Document document :
        collection.find(new Document("_id", new Document("$in", List.copyOf(ids))))) {
      Entry<S> entry = layout.read(document);
      found.put(entry.id(), entry);
    }
    return found;
  }

  /**
   * Makes the changes one after the other; one that throws leaves no trace. A refusal may rest on a
   * change before it in this round, so it too is told only when the round is written.
   */
  private Entry<S> changeAll(Entry<S> before, List<Task<S>> tasks, List<Outcome<S>> outcomes) {
    Entry<S> entry = before;
    for (Task<S> task : tasks) {
      try {
        entry = task.change.apply(entry);
        outcomes.add(new Outcome<>(task, entry, null));
      } catch (RuntimeException refused) {
        outcomes.add(new Outcome<>(task, null, refused));
      }
    }
    return entry;
  }

  /** Replaces what changed and returns the ids of those that somebody else wrote first. */
  private Set<String> replace(Map<String, Entry<S>> changed) {
    if (changed.isEmpty()) {
      return Set.of();
    }
    List<String> ids = List.copyOf(changed.keySet());
    List<ReplaceOneModel<Document>> writes = new ArrayList<>();
    for (Entry<S> entry : changed.values()) {
      // A flat filter: the embedded store sees no index through $and.
      Document guard = new Document("_id", entry.id()).append("rev", entry.rev() - 1);
      writes.add(
          new ReplaceOneModel<>(guard, layout.write(entry), new ReplaceOptions().upsert(true)));
    }
    try {
      collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
      return Set.of();
    } catch (MongoBulkWriteException partly) {
      Set<String> lost = new HashSet<>();
      for (BulkWriteError error : partly.getWriteErrors()) {
        if (error.getCode() != DUPLICATE_KEY) {
          throw partly;
        }
        lost.add(ids.get(error.getIndex()));
      }
      if (partly.getWriteConcernError() != null) {
        throw partly;
      }
      return lost;
    }
  }

  private List<Task<S>> answer(
      List<Outcome<S>> outcomes,
      Map<String, Entry<S>> changed,
      Set<String> lost,
      Set<String> unsure) {
    changed.forEach((id, entry) -> {
      if (!lost.contains(id)) {
        written.accept(id, entry);
      }
    });
    List<Task<S>> again = new ArrayList<>();
    for (Outcome<S> outcome : outcomes) {
      Task<S> task = outcome.task;
      if (unsure.contains(task.id)) {
        again.add(task.looking(false));
      } else if (!lost.contains(task.id)) {
        outcome.tell();
      } else if (task.lost >= MAX_LOST) {
        task.answer.completeExceptionally(
            new Contended(task.id + " is written too often by others"));
      } else {
        again.add(task.looking(true));
      }
    }
    return again;
  }

  private StoreUnavailable unavailable(MongoException cause) {
    return new StoreUnavailable(
        "The store did not answer for " + collection.getNamespace().getFullName(), cause);
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
