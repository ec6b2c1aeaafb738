package org.threefold.bench.ledger;

import com.mongodb.client.MongoClient;
import java.util.function.DoubleSupplier;

/**
 * The least that has to be done: commands queue up, one thread adds them up in plain arrays, checks
 * included, and writes all there are as one document of the form and size of a journal's entry.
 * Nothing is thought of beyond that: what is stored of a decision is copied from one of ours.
 */
final class FloorKeeper implements Keeper {

  private final DoubleSupplier storeSeconds;
  private final MongoClient client;
  private final OurKeeper model;
  private int opened;

  FloorKeeper(DoubleSupplier storeSeconds, MongoClient client, OurKeeper model) {
    this.storeSeconds = storeSeconds;
    this.client = client;
    this.model = model;
  }

  @Override
  public String name() {
    return "floor";
  }

  @Override
  public double storeSeconds() {
    return storeSeconds.getAsDouble();
  }

  @Override
  public Books open(Workload workload) throws Exception {
    return new FloorBooks(workload, client.getDatabase("floor" + ++opened), model.forms(workload));
  }
}
