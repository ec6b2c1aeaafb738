package org.threefold.needs.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threefold.access.problems.WithProblem;
import org.threefold.events.AgeBand;
import org.threefold.events.ClientGroup;
import org.threefold.events.NeedCategory;
import org.threefold.events.StationId;

class FilingTest {

  private static final String GOOD =
      "service_code=MEAL_CARE&address_id=RM-511523100001&attribute[AGE_BAND]=FROM_60"
          + "&attribute[GROUPS][]=ELDER_LIVING_ALONE&attribute[GROUPS][]=ELDER"
          + "&description=text";

  private static Filing filing(String form) {
    return Filing.of(Form.of(form.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> wrongIn(String form) {
    try {
      filing(form);
      return List.of();
    } catch (WithProblem refused) {
      assertThat(refused.problem().code()).isEqualTo("API-013");
      return refused.problem().flaws().stream().map(it -> String.valueOf(it.parameter())).toList();
    }
  }

  @Test
  void a_form_says_what_for_whom_and_where() {
    assertThat(filing(GOOD))
        .isEqualTo(
            new Filing(
                NeedCategory.MEAL_CARE,
                List.of(new StationId("RM-511523100001")),
                AgeBand.FROM_60,
                List.of(ClientGroup.ELDER, ClientGroup.ELDER_LIVING_ALONE),
                "text",
                null));
  }

  @Test
  void brackets_may_be_escaped_and_one_group_may_stand_without_the_second_pair() {
    String escaped = URLEncoder.encode("attribute[GROUPS]", StandardCharsets.UTF_8);
    String form = GOOD.replaceAll("&attribute\\[GROUPS].*&d", "&" + escaped + "=WOMAN&d");
    assertThat(filing(form).groups()).containsExactly(ClientGroup.WOMAN);
  }

  @Test
  void everything_that_is_missing_is_named_at_once() {
    assertThat(wrongIn(""))
        .containsExactly("service_code", "attribute[AGE_BAND]", "attribute[GROUPS]", "description");
  }

  @ParameterizedTest
  @CsvSource({
    "FROM_60, FROM_59, attribute[AGE_BAND]",
    "FROM_60, FROM_60&attribute[AGE_BAND]=FROM_80, attribute[AGE_BAND]",
    "=ELDER&, =ELDERS&, attribute[GROUPS]",
    "=text, =text&attribute[COLOUR]=red, attribute",
    "=text, =text&attribute=red, attribute"
  })
  void an_answer_that_is_none_is_refused(String part, String other, String parameter) {
    assertThat(GOOD).contains(part);
    assertThat(wrongIn(GOOD.replace(part, other))).containsExactly(parameter);
  }

  @Test
  void more_groups_than_anybody_is_in_are_refused() {
    var all = new StringBuilder(GOOD);
    for (ClientGroup it : ClientGroup.values()) {
      all.append("&attribute[GROUPS][]=").append(it);
    }
    assertThat(wrongIn(all.toString())).containsExactly("attribute[GROUPS]");
  }

  @Test
  void there_must_be_such_a_service_and_such_a_place() {
    assertThatThrownBy(() -> filing(GOOD.replace("MEAL_CARE", "POTHOLES")))
        .hasMessageContaining("NEED-073");
    for (String nowhere :
        List.of(
            "lat=28.7&long=105.1", "address_string=East+Street+7", "address_id=East+Street+7")) {
      assertThatThrownBy(() -> filing(GOOD.replace("address_id=RM-511523100001", nowhere)))
          .hasMessageContaining("NEED-072");
    }
    assertThat(filing(GOOD + "&lat=28.7&long=105.1&address_string=7").units()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "last_name=张&first_name=三&phone=1, 张三, 1",
    "last_name=Smith&first_name=John&phone=1, John Smith, 1",
    "last_name=Smith&phone=1, Smith, 1",
    "first_name=三&phone=1, 三, 1"
  })
  void a_caller_has_a_name_and_a_number(String who, String name, String phone) {
    assertThat(filing(GOOD + "&" + who).caller()).isEqualTo(new Filing.Caller(name, phone));
  }

  @Test
  void with_one_of_them_alone_the_caller_is_nobody() {
    assertThat(filing(GOOD + "&phone=13800000000").caller()).isNull();
    assertThat(filing(GOOD + "&last_name=张&phone=").caller()).isNull();
  }

  @Test
  void names_and_numbers_have_an_end_and_are_not_printed() {
    assertThat(wrongIn(GOOD + "&last_name=" + "张".repeat(51))).containsExactly("last_name");
    assertThat(wrongIn(GOOD + "&phone=" + "1".repeat(31))).containsExactly("phone");
    Filing filing = filing(GOOD + "&last_name=张&phone=13800000000");
    assertThat(filing + " " + filing.caller()).isEqualTo("*** ***");
  }
}
