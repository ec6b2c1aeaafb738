package org.threefold.bench.ledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.threefold.bench.ledger.Command.Step;
import org.threefold.events.FundId;
import org.threefold.events.ProjectId;
import org.threefold.funds.journal.MongoJournalStore;
import org.threefold.funds.ledger.Desk;

/** The fund ledger itself, in this JVM, on a journal in the store. */
final class OurKeeper implements Keeper {

  /** Every reservation is the first plan of its project. */
  private static final int PLAN = 1;

  private final DoubleSupplier storeSeconds;
  private final MongoClient client;
  private int opened;

  OurKeeper(DoubleSupplier storeSeconds, MongoClient client) {
    this.storeSeconds = storeSeconds;
    this.client = client;
  }

  @Override
  public String name() {
    return "ours";
  }

  @Override
  public double storeSeconds() {
    return storeSeconds.getAsDouble();
  }

  @Override
  public Books open(Workload workload) {
    MongoDatabase database = client.getDatabase("ours" + ++opened);
    Desk desk = Desk.open(new MongoJournalStore(database));
    List<FundId> funds = workload.allFunds().stream().map(OurKeeper::fund).toList();
    desk.open(funds, Workload.MONEY_FEN);
    return new OurBooks(desk, database, workload, funds);
  }

  /** What the journal keeps of each step of a project, as the bytes it is stored in. */
  Map<Step, RawBsonDocument> forms(Workload workload) throws Exception {
    Map<Step, RawBsonDocument> forms = new EnumMap<>(Step.class);
    try (Books books = open(workload)) {
      for (Step step : Step.values()) {
        books.execute(workload.command(0, step));
      }
      for (RawBsonDocument entry :
          client
              .getDatabase("ours" + opened)
              .getCollection("journal", RawBsonDocument.class)
              .find()) {
        for (BsonValue decided : entry.getArray("decisions")) {
          BsonValue version = decided.asDocument().get("heardVersion");
          if (version != null) {
            forms.put(
                Step.at(version.asInt64().getValue() - 1),
                new RawBsonDocument(decided.asDocument(), new BsonDocumentCodec()));
          }
        }
      }
    }
    return forms;
  }

  /** The fund of this number. */
  static FundId fund(int number) {
    return new FundId("F-BENCH-%04d".formatted(number));
  }

  /** The project of this number. */
  static ProjectId project(long number) {
    return new ProjectId("P-2026-511523100-" + (NINE_DIGITS + number));
  }

  /** Projects are numbered from here, so that each number has nine digits. */
  static final long NINE_DIGITS = 100_000_000;

  private record OurBooks(Desk desk, MongoDatabase database, Workload workload, List<FundId> all)
      implements Books {

    @Override
    public void execute(Command command) {
      ProjectId project = project(command.project());
      // What is heard of the project is numbered as its steps are.
      long version = command.step().place() + 1L;
      switch (command.step()) {
        case RESERVE ->
            desk.reserve(
                project,
                PLAN,
                command.funds().stream().map(all::get).toList(),
                command.fen(),
                version);
        case COMMIT -> desk.commit(project, PLAN, version);
        case RELEASE -> desk.release(project, version);
      }
    }

    @Override
    public List<String> wrong(long[] acknowledged) {
      desk.close();
      return new JournalGate(workload, acknowledged).wrong(database.getCollection("journal"));
    }

    @Override
    public void close() {
      desk.close();
      database.drop();
    }
  }
}
