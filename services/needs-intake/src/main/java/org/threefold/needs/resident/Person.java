package org.threefold.needs.resident;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.events.AgeBand;

/** Who a resident is, in clear; lives no longer than the request that asked for it. */
record Person(
    String name,
    @Nullable Phone phone,
    @Nullable IdNumber idNumber,
    @Nullable String address,
    @Nullable Guardian guardian,
    @Nullable ContactBy contactBy,
    @Nullable Disability disability) {

  /**
   * The person these fields tell of.
   *
   * @throws Refused NEED-040, with the field that has no right form, never with what is in it
   */
  static Person of(Map<Field, String> told) {
    String name = told.get(Field.NAME);
    if (name == null) {
      throw new Refused("NEED-040", Field.NAME);
    }
    return new Person(
        name,
        read(told, Field.PHONE, Phone::of).orElse(null),
        read(told, Field.ID_NUMBER, IdNumber::of).orElse(null),
        told.get(Field.ADDRESS),
        guardian(told).orElse(null),
        read(told, Field.CONTACT_BY, it -> Optional.of(ContactBy.valueOf(it))).orElse(null),
        disability(told).orElse(null));
  }

  private static Optional<Disability> disability(Map<Field, String> told) {
    String kind = told.get(Field.DISABILITY_KIND);
    String grade = told.get(Field.DISABILITY_GRADE);
    return kind == null || grade == null
        ? Optional.empty()
        : Optional.of(new Disability(Disability.Kind.valueOf(kind), Integer.parseInt(grade)));
  }

  private static Optional<Guardian> guardian(Map<Field, String> told) {
    String name = told.get(Field.GUARDIAN_NAME);
    String relation = told.get(Field.GUARDIAN_RELATION);
    String consentOn = told.get(Field.GUARDIAN_CONSENT_ON);
    return name == null || relation == null
        ? Optional.empty()
        : read(told, Field.GUARDIAN_PHONE, Phone::of)
            .map(phone ->
                new Guardian(
                    name,
                    phone,
                    Relation.valueOf(relation),
                    consentOn == null ? null : LocalDate.parse(consentOn)));
  }

  private static <T> Optional<T> read(
      Map<Field, String> told, Field field, Function<String, Optional<T>> form) {
    String text = told.get(field);
    if (text == null) {
      return Optional.empty();
    }
    Optional<T> read = form.apply(text);
    if (read.isEmpty()) {
      throw new Refused("NEED-040", field);
    }
    return read;
  }

  /** The same as fields, each in the one form that means it. */
  Map<Field, String> fields() {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    fields.put(Field.NAME, name);
    put(fields, Field.PHONE, phone == null ? null : phone.digits());
    put(fields, Field.ID_NUMBER, idNumber == null ? null : idNumber.value());
    put(fields, Field.ADDRESS, address);
    put(fields, Field.CONTACT_BY, contactBy == null ? null : contactBy.name());
    if (guardian != null) {
      fields.put(Field.GUARDIAN_NAME, guardian.name());
      fields.put(Field.GUARDIAN_PHONE, guardian.phone().digits());
      fields.put(Field.GUARDIAN_RELATION, guardian.relation().name());
      LocalDate consentOn = guardian.consentOn();
      put(fields, Field.GUARDIAN_CONSENT_ON, consentOn == null ? null : consentOn.toString());
    }
    if (disability != null) {
      fields.put(Field.DISABILITY_KIND, disability.kind().name());
      fields.put(Field.DISABILITY_GRADE, Integer.toString(disability.grade()));
    }
    return fields;
  }

  private static void put(Map<Field, String> fields, Field field, @Nullable String value) {
    if (value != null) {
      fields.put(field, value);
    }
  }

  /**
   * The age band everybody may know: from the birthday, if there is one, else as it was told.
   *
   * @throws Refused NEED-040 if nobody is born yet, NEED-042 if the band is told beside a birthday
   *     that says otherwise, or not told at all, NEED-041 if a minor has no guardian, NEED-045 if
   *     the guardian of a child below 14 has not agreed to this being kept (domain §2.9)
   */
  AgeBand ageBand(@Nullable AgeBand told, LocalDate today) {
    AgeBand band = told;
    if (idNumber != null) {
      if (idNumber.birthday().isAfter(today)) {
        throw new Refused("NEED-040", Field.ID_NUMBER);
      }
      band = Ages.band(idNumber.birthday(), today);
    }
    if (band == null || band == AgeBand.MIXED || (told != null && told != band)) {
      throw new Refused("NEED-042");
    }
    if (Ages.isMinor(band) && guardian == null) {
      throw new Refused("NEED-041");
    }
    if (guardian != null) {
      mustBeAgreed(guardian, band == AgeBand.UNDER_14, today);
    }
    return band;
  }

  private static void mustBeAgreed(Guardian guardian, boolean needed, LocalDate today) {
    LocalDate on = guardian.consentOn();
    if (on == null ? needed : on.isAfter(today)) {
      throw new Refused("NEED-045");
    }
  }

  /** The first character and stars, however long the name is. */
  static String masked(String name) {
    return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
  }

  @Override
  public String toString() {
    return "***";
  }
}
