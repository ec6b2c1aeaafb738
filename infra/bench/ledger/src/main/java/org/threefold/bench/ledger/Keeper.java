package org.threefold.bench.ledger;

import java.sql.SQLException;
import java.util.List;

/** One way of keeping books. */
interface Keeper {

  String name();

  /** New books, with money on all funds. */
  Books open(Workload workload) throws Exception;

  /** The processor time of its store so far. */
  double storeSeconds();

  /** Books that are kept for the length of one block. */
  interface Books extends AutoCloseable {

    /** Does it, and returns when it is stored; called by many at once. */
    void execute(Command command) throws Exception;

    /**
     * What is wrong with the books now that nobody asks any more, read from the store itself.
     *
     * @param acknowledged how many of its commands each client was told are stored
     */
    List<String> wrong(long[] acknowledged) throws Exception;

    /** Stops, and throws the books away. */
    @Override
    void close() throws SQLException;
  }
}
