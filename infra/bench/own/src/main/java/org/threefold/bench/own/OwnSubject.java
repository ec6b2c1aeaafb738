package org.threefold.bench.own;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.threefold.bench.protocol.Effects;
import org.threefold.bench.protocol.Ground;
import org.threefold.bench.protocol.Run;
import org.threefold.bench.protocol.Speaking;
import org.threefold.bench.protocol.Subject;
import org.threefold.bench.protocol.Where;
import org.threefold.events.NeedEvent;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Cause;

/** Ours: a decision kept with its fact in one write, said by the relay, heard by the ear. */
public final class OwnSubject implements Subject {

  private static final int PRELOADED_AT_ONCE = 1000;

  private final List<ConfigurableApplicationContext> running = new ArrayList<>();
  private @Nullable Aggregates<Wish, NeedEvent> needs;
  private @Nullable Run run;

  private OwnSubject() {}

  /** Takes orders from standard input. */
  public static void main(String[] arguments) throws IOException {
    Speaking.as(OwnSubject::new);
  }

  @Override
  @SuppressWarnings("unchecked") // There is one bean of this type.
  public Where prepare(Run fresh, Effects effects) throws Exception {
    close();
    run = fresh;
    var context = Running.start(OwnProgram.class, fresh, fresh.name(), "needs", effects);
    running.add(context);
    Ground.awaitPartitions(fresh.name(), fresh.partitions());
    Ground.settle();
    needs = context.getBean("kept", Aggregates.class);
    return where(fresh.name());
  }

  private Where where(String group) {
    String database = prepared(run).name();
    return new Where(
        Where.Store.MONGO,
        database + ".needs",
        database + ".needs",
        group + ".effects",
        "state.times",
        Running.prefix(prepared(run)) + "needs",
        group,
        null);
  }

  @Override
  public void write(String id, int bytes) {
    prepared(needs).begin(id, asked(id), _ -> List.of(Wish.collected(id)));
  }

  private static Cause asked(String id) {
    return new Cause.Asked(
        "rm-worker/" + id, id, null, "RM_WORKER@RM-511523100001", Instant.now(), null);
  }

  @Override
  public void hold() {
    relay().stop();
  }

  @Override
  public void say() {
    relay().start();
  }

  private SmartLifecycle relay() {
    return running.getFirst().getBean("relay", SmartLifecycle.class);
  }

  @Override
  public Where replay(Effects effects) {
    String name = prepared(run).name() + "again";
    running.add(Running.start(OwnProgram.class, prepared(run), name, "needs", effects));
    return where(name);
  }

  /** Copies of one need, which is decided and said as any other, under other ids. */
  @Override
  public void preload(int count, int bytes) throws Exception {
    String template = new Run(prepared(run).number() + 1_000_000, 1).id(0);
    prepared(needs).decide(template, asked(template), _ -> List.of(Wish.collected(template)));
    MongoCollection<Document> documents =
        running.getFirst().getBean(MongoDatabase.class).getCollection("needs");
    Document one = said(documents, template);
    List<Document> next = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      next.add(new Document(one).append("_id", template.replace("-000000", "-%07d".formatted(i))));
      if (next.size() == PRELOADED_AT_ONCE || i == count - 1) {
        documents.insertMany(next);
        next.clear();
      }
    }
  }

  /** The document when it has nothing to say any more. */
  private static Document said(MongoCollection<Document> documents, String id)
      throws InterruptedException {
    while (true) {
      Document one = Objects.requireNonNull(documents.find(new Document("_id", id)).first());
      if (!one.containsKey("ob")) {
        return one;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static <T> T prepared(@Nullable T it) {
    return Objects.requireNonNull(it, "Nothing is prepared");
  }

  @Override
  public void close() {
    running.reversed().forEach(ConfigurableApplicationContext::close);
    running.clear();
  }
}
