package org.threefold.messaging;

import com.mongodb.MongoException;
import java.util.function.Supplier;

/** The store cannot be reached; asking again with the same cause is safe. */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message) {
    super(message);
  }

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * What the store answers; an exception of the store becomes one of these.
   *
   * @throws StoreUnavailable if it does not answer
   */
  public static <R> R unless(Supplier<R> answered) {
    try {
      return answered.get();
    } catch (MongoException failed) {
      throw new StoreUnavailable("The store did not answer", failed);
    }
  }
}
