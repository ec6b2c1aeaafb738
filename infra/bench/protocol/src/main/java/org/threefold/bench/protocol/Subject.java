package org.threefold.bench.protocol;

/**
 * One way of keeping a need, saying so on a topic, hearing it and keeping an effect: ours, the
 * floor, or what one would use instead.
 *
 * <p>A subject is a JVM of its own. Its main method is one line, {@code
 * Speaking.as(MySubject::new)}; where broker and stores are stands in {@link Surroundings}. It does
 * the work, and nothing but the work: load, clock and counting are the same code for all of them.
 */
public interface Subject extends AutoCloseable {

  /**
   * Makes everything fresh for a run, and returns when writing may begin: the topic of the run is
   * there, has leaders and had {@link Surroundings#SETTLE} to settle; collections or tables are
   * there and empty; the relay runs; the subject's own consumer has its partitions.
   *
   * @param effects told of every effect that is stored
   * @return where the outcome lies, for the harness to read by itself
   */
  Where prepare(Run run, Effects effects) throws Exception;

  /**
   * Keeps a new aggregate with its first fact, and returns when both are stored. Called by many
   * threads at once.
   *
   * <p>The fact then goes to the topic, with the id as the record's key, is heard by the subject's
   * own consumer, and there becomes one effect: a document or row of the id that says how often the
   * fact took effect, which should be 1.
   *
   * @param id of the aggregate; {@link Run#data} makes a fact of it
   * @param bytes about as long as the data of the fact shall be
   */
  void write(String id, int bytes) throws Exception;

  /**
   * Holds what has been written back from the topic, until {@link #say}.
   *
   * @throws UnsupportedOperationException if this way of working has no relay to hold
   */
  default void hold() throws Exception {
    throw new UnsupportedOperationException("Has no relay");
  }

  /** Lets what was held back go. */
  default void say() throws Exception {
    throw new UnsupportedOperationException("Has no relay");
  }

  /**
   * Reads the topic from zero, as a new group, into an empty target, and tells the effects. Returns
   * when it has begun to.
   *
   * @return where the outcome lies now
   * @throws UnsupportedOperationException if this way of working cannot
   */
  default Where replay(Effects effects) throws Exception {
    throw new UnsupportedOperationException("Cannot replay");
  }

  /** Keeps aggregates that were there before the run, with nothing to say; by default none. */
  default void preload(int count, int bytes) throws Exception {
    throw new UnsupportedOperationException("Cannot preload");
  }

  @Override
  void close();
}
