package org.threefold.needs.look;

import com.mongodb.client.MongoDatabase;

/** A book of looks in a store of its own, which may be away. */
public final class LooksElsewhere {

  private LooksElsewhere() {}

  public static Looks in(MongoDatabase database) {
    return new Looks(new LookStore(database));
  }
}
