package org.threefold.needs.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.threefold.access.Refused;
import org.threefold.events.AgeBand;
import org.threefold.needs.resident.Resident.Registered;

/** All numbers here are made up. */
class PersonTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final String ELDER = "511523195203140026";
  private static final String CHILD = "511523201506010016";
  private static final Map<Field, String> GUARDIAN =
      Map.of(
          Field.GUARDIAN_NAME, "李守护",
          Field.GUARDIAN_PHONE, "13800000002",
          Field.GUARDIAN_RELATION, "GRANDPARENT");

  private static final Map<Field, String> AGREED =
      with(GUARDIAN, Map.of(Field.GUARDIAN_CONSENT_ON, "2026-11-23"));

  private static Map<Field, String> told(Field field, String value) {
    Map<Field, String> told = new EnumMap<>(Map.of(Field.NAME, "张标记"));
    told.put(field, value);
    return told;
  }

  private static Map<Field, String> with(Map<Field, String> some, Map<Field, String> more) {
    return Registered.merged(some, more, List.of());
  }

  private static AgeBand band(Map<Field, String> told, @Nullable AgeBand band) {
    return Person.of(told).ageBand(band, TODAY);
  }

  private static void refused(Runnable doing, String message) {
    assertThatThrownBy(doing::run).isInstanceOf(Refused.class).hasMessage(message);
  }

  @Test
  void numbers_are_kept_in_one_form_however_they_are_written() {
    for (String written :
        List.of(
            "13812345678",
            "138 1234 5678",
            "+86-138-1234-5678",
            "8613812345678",
            "００８６１３８１２３４５６７８")) {
      assertThat(Phone.of(written)).as(written).contains(new Phone("13812345678"));
    }
    assertThat(Phone.of("0831-2345678")).contains(new Phone("08312345678"));
    assertThat(Phone.of("+86 831 2345678")).contains(new Phone("08312345678"));
    assertThat(IdNumber.of("110105 19491231 002x")).contains(new IdNumber("11010519491231002X"));
  }

  @Test
  void what_is_no_number_is_refused_without_being_repeated() {
    for (String wrong : List.of("12345", "138123456789", "12812345678", "张标记", "")) {
      refused(() -> Person.of(told(Field.PHONE, wrong)), "NEED-040 [PHONE]");
    }
    for (String wrong :
        List.of("511523195203140027", "511523195213140021", "51152319520314002", "张标记")) {
      refused(() -> Person.of(told(Field.ID_NUMBER, wrong)), "NEED-040 [ID_NUMBER]");
    }
    refused(() -> Person.of(Map.of()), "NEED-040 [NAME]");
    refused(
        () -> Person.of(with(GUARDIAN, told(Field.GUARDIAN_PHONE, "1"))),
        "NEED-040 [GUARDIAN_PHONE]");
  }

  @Test
  void the_age_band_follows_from_the_birthday() {
    assertThat(band(told(Field.ID_NUMBER, ELDER), null)).isEqualTo(AgeBand.FROM_60);
    assertThat(band(told(Field.ID_NUMBER, ELDER), AgeBand.FROM_60)).isEqualTo(AgeBand.FROM_60);
    refused(() -> band(told(Field.ID_NUMBER, ELDER), AgeBand.FROM_18), "NEED-042 []");
    LocalDate birthday = LocalDate.of(2012, 11, 23);
    assertThat(Ages.band(birthday, TODAY.minusDays(1))).isEqualTo(AgeBand.UNDER_14);
    assertThat(Ages.band(birthday, TODAY)).isEqualTo(AgeBand.FROM_14);
    assertThat(Ages.band(TODAY.minusYears(18), TODAY)).isEqualTo(AgeBand.FROM_18);
    assertThat(Ages.band(TODAY.minusYears(80), TODAY)).isEqualTo(AgeBand.FROM_80);
  }

  @Test
  void nobody_is_registered_before_birth() {
    var unborn = Person.of(told(Field.ID_NUMBER, CHILD));
    refused(() -> unborn.ageBand(null, LocalDate.of(2015, 5, 31)), "NEED-040 [ID_NUMBER]");
  }

  @Test
  void without_a_birthday_the_band_of_one_person_is_told() {
    assertThat(band(told(Field.ADDRESS, "某街"), AgeBand.FROM_80)).isEqualTo(AgeBand.FROM_80);
    refused(() -> band(told(Field.ADDRESS, "某街"), null), "NEED-042 []");
    refused(() -> band(told(Field.ADDRESS, "某街"), AgeBand.MIXED), "NEED-042 []");
  }

  @Test
  void a_minor_has_a_guardian_and_an_adult_may_have_one() {
    refused(() -> band(told(Field.ID_NUMBER, CHILD), null), "NEED-041 []");
    refused(() -> band(told(Field.ADDRESS, "某街"), AgeBand.FROM_14), "NEED-041 []");
    assertThat(band(with(AGREED, told(Field.ID_NUMBER, CHILD)), null)).isEqualTo(AgeBand.UNDER_14);
    assertThat(band(with(GUARDIAN, told(Field.ID_NUMBER, ELDER)), null)).isEqualTo(AgeBand.FROM_60);
  }

  @Test
  void the_guardian_of_a_child_below_14_agrees_to_what_is_kept() {
    Map<Field, String> child = told(Field.ID_NUMBER, CHILD);
    refused(() -> band(with(GUARDIAN, child), null), "NEED-045 []");
    Map<Field, String> tomorrow = Map.of(Field.GUARDIAN_CONSENT_ON, "2026-11-24");
    refused(() -> band(with(with(GUARDIAN, tomorrow), child), null), "NEED-045 []");
    assertThat(band(with(AGREED, child), null)).isEqualTo(AgeBand.UNDER_14);
    assertThat(band(with(GUARDIAN, told(Field.ADDRESS, "某街")), AgeBand.FROM_14))
        .isEqualTo(AgeBand.FROM_14);
  }

  @Test
  void a_person_is_the_same_after_being_fields() {
    Map<Field, String> certified =
        with(AGREED, Map.of(Field.DISABILITY_KIND, "LIMB", Field.DISABILITY_GRADE, "2"));
    Map<Field, String> told = with(certified, told(Field.ID_NUMBER, CHILD));
    told.putAll(told(Field.PHONE, "+86 138 1234 5678"));
    told.put(Field.ADDRESS, "某街");
    told.put(Field.CONTACT_BY, "GUARDIAN");
    Person person = Person.of(told);
    assertThat(Person.of(person.fields())).isEqualTo(person);
    assertThat(person.fields()).containsOnlyKeys(Field.values());
  }

  @Test
  void masks_show_little_and_nothing_else_is_printed() {
    assertThat(Person.masked("欧阳某某")).isEqualTo("欧**");
    assertThat(Person.masked("\uD840\uDC0B某")).isEqualTo("\uD840\uDC0B**");
    assertThat(new Phone("13800000001").masked()).isEqualTo("138****0001");
    assertThat(new IdNumber(ELDER).masked()).isEqualTo("51**************26");
    Person person = Person.of(with(GUARDIAN, told(Field.ID_NUMBER, CHILD)));
    assertThat(person).hasToString("***");
    assertThat(person.guardian()).hasToString("***");
    assertThat(person.idNumber()).hasToString("***");
    assertThat(new Phone("13800000001")).hasToString("***");
    assertThat(new Residents.Told(person.fields(), null)).hasToString("***");
  }
}
