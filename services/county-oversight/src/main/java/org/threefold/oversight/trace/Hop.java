package org.threefold.oversight.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Attributes;
import org.threefold.events.DivisionCode;
import org.threefold.events.Event;
import org.threefold.oversight.place.Where;
import org.threefold.oversight.telling.Sentence;
import tools.jackson.databind.json.JsonMapper;

/**
 * One fact on its way through the county: what the thread keeps and what the stream tells.
 *
 * @param eventId {@code <stream>@<version>}, the same for ever
 * @param type the wire name without its prefix: {@code need.collected.v1}
 * @param cause the event or request that led to it
 * @param actor role and unit, never a name; {@code role} is its first part
 * @param status where the need or project stands after it, if it moved
 * @param sentence key of the words, {@code with} what they name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Hop(
    String eventId,
    String stream,
    long version,
    String type,
    Instant at,
    String cause,
    String actor,
    String role,
    String flow,
    @Nullable String division,
    @Nullable Long amountFen,
    @Nullable String status,
    String sentence,
    Map<String, String> with) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The hop of a fact. */
  public static Hop of(Event event, Attributes attributes, @Nullable String status) {
    Sentence sentence = Sentence.of(event);
    DivisionCode division = Where.of(attributes);
    String actor = attributes.actor();
    return new Hop(
        attributes.id(),
        attributes.stream().toString(),
        attributes.version(),
        Sentence.shortType(event.getClass()),
        attributes.time(),
        attributes.cause(),
        actor,
        actor.contains("@") ? actor.substring(0, actor.indexOf('@')) : actor,
        attributes.flow(),
        division == null ? null : division.value(),
        sentence.amountFen(),
        status,
        sentence.key(),
        sentence.with());
  }

  /** As it is stored and told, one line. */
  public String json() {
    return JSON.writeValueAsString(this);
  }

  static Hop parse(String json) {
    return JSON.readValue(json, Hop.class);
  }
}
