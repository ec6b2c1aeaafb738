package org.threefold.bench.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the harness tells a subject: one line of JSON each, with the name of the order in "do". */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Order.Prepare.class, name = "prepare"),
  @JsonSubTypes.Type(value = Order.Preload.class, name = "preload"),
  @JsonSubTypes.Type(value = Order.Burst.class, name = "burst"),
  @JsonSubTypes.Type(value = Order.Pace.class, name = "pace"),
  @JsonSubTypes.Type(value = Order.Backlog.class, name = "backlog"),
  @JsonSubTypes.Type(value = Order.Replay.class, name = "replay"),
  @JsonSubTypes.Type(value = Order.Where.class, name = "where"),
  @JsonSubTypes.Type(value = Order.Stop.class, name = "stop")
})
public sealed interface Order {

  /** Everything fresh. */
  record Prepare(int run, int partitions) implements Order {}

  /** So many aggregates there before. */
  record Preload(int aggregates, int bytes) implements Order {}

  /** W1: as fast as the writers can, each waiting for its own write. */
  record Burst(int events, int writers, int bytes) implements Order {}

  /** W2: so many a second, whatever the subject makes of it. */
  record Pace(int perSecond, int seconds, int bytes) implements Order {}

  /** W5: so many written while the relay is held, which is then let go. */
  record Backlog(int events, int writers, int bytes) implements Order {}

  /** W6: everything said in this run, heard again from zero into an empty target. */
  record Replay() implements Order {}

  /** Where the outcome of the run lies. */
  record Where() implements Order {}

  /** The end. */
  record Stop() implements Order {}
}
