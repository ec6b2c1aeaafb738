package org.threefold.needs.open311;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.access.problems.Flaw;
import org.threefold.access.problems.Problem;
import org.threefold.access.problems.WithProblem;
import org.threefold.events.AgeBand;
import org.threefold.events.ClientGroup;
import org.threefold.events.NeedCategory;
import org.threefold.events.StationId;

/**
 * What a form asks for. Of what GeoReport lets it hold besides, email, account_id, device_id and
 * media_url are not looked at and not kept, nor are lat, long and address_string beside an
 * address_id.
 *
 * @param units the unit it is for, or those that may be meant, the nearest first
 * @param caller who asks, if there are both a name and a number
 */
record Filing(
    NeedCategory category,
    List<StationId> units,
    AgeBand ageBand,
    List<ClientGroup> groups,
    String text,
    @Nullable Caller caller) {

  /** Nobody is more than this many kinds of client at once. */
  private static final int MOST_GROUPS = 10;

  private static final int LONGEST_NAME = 50;
  private static final int LONGEST_PHONE = 30;

  /** Who asks, in clear. */
  record Caller(String name, String phone) {
    @Override
    public String toString() {
      return "***";
    }
  }

  /**
   * What the form asks for.
   *
   * @throws WithProblem API-013 with all parameters that are missing or impossible
   * @throws Refused NEED-073 if there is no such service, NEED-072 if it says not where
   */
  static Filing of(Form form) {
    List<Flaw> flaws = new ArrayList<>();
    Optional<String> service = form.one("service_code");
    if (service.isEmpty()) {
      flaws.add(Flaw.parameter("service_code", "field.missing"));
    }
    List<AgeBand> ages = answers(form, Attribute.AGE_BAND, AgeBand.class, 1, flaws);
    List<ClientGroup> groups =
        answers(form, Attribute.GROUPS, ClientGroup.class, MOST_GROUPS, flaws);
    mustBeAsked(form, flaws);
    if (form.one("description").isEmpty()) {
      flaws.add(Flaw.parameter("description", "field.missing"));
    }
    Caller caller = caller(form, flaws);
    if (!flaws.isEmpty()) {
      throw Problem.of("API-013", "form").at(flaws).thrown();
    }
    return new Filing(
        service
            .flatMap(Offered::find)
            .map(Offered::category)
            .orElseThrow(() -> new Refused("NEED-073", service.orElse("–"))),
        Place.unitsAt(form.one("address_id").orElseThrow(() -> new Refused("NEED-072"))),
        ages.getFirst(),
        groups,
        form.one("description").orElse(""),
        caller);
  }

  private static <E extends Enum<E>> List<E> answers(
      Form form, Attribute attribute, Class<E> possible, int most, List<Flaw> flaws) {
    List<String> given = new ArrayList<>(form.all(attribute.parameter()));
    given.addAll(form.all(attribute.parameters()));
    List<E> answers =
        Stream.of(possible.getEnumConstants()).filter(it -> given.contains(it.name())).toList();
    if (given.isEmpty()) {
      flaws.add(Flaw.parameter(attribute.parameter(), "field.missing"));
    } else if (answers.size() < given.stream().distinct().count()) {
      flaws.add(Flaw.notOneOf(attribute.parameter(), possible));
    } else if (answers.size() > most) {
      flaws.add(Flaw.parameter(attribute.parameter(), "field.limit"));
    }
    return answers;
  }

  /** An answer to something that is not asked would be lost. */
  private static void mustBeAsked(Form form, List<Flaw> flaws) {
    List<String> asked = new ArrayList<>();
    for (Attribute it : Attribute.ALL) {
      asked.add(it.parameter());
      asked.add(it.parameters());
    }
    boolean other =
        form.names().stream().anyMatch(it -> it.startsWith("attribute") && !asked.contains(it));
    if (other) {
      flaws.add(Flaw.parameter("attribute", "field.unknown"));
    }
  }

  /** Both a name and a number, or nobody: with one of them alone nobody can be called back. */
  private static @Nullable Caller caller(Form form, List<Flaw> flaws) {
    String name =
        PersonName.of(form.one("last_name").orElse(""), form.one("first_name").orElse(""));
    String phone = form.one("phone").orElse("");
    if (name.length() > LONGEST_NAME) {
      flaws.add(Flaw.parameter("last_name", "field.limit"));
    }
    if (phone.length() > LONGEST_PHONE) {
      flaws.add(Flaw.parameter("phone", "field.limit"));
    }
    return name.isEmpty() || phone.isEmpty() ? null : new Caller(name, phone);
  }

  @Override
  public String toString() {
    return "***";
  }
}
