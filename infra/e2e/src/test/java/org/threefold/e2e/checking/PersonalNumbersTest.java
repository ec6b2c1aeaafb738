package org.threefold.e2e.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.e2e.checking.Said.fact;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumbersTest {

  private List<String> violationsIn(String data) {
    Report report = new Report();
    new PersonalNumbers(report).hear(fact("needs", 3, "need/N-1", 1, data));
    return report.violations();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"11010519491231002X\"}",
        "{\"text\":\"11010519491231002x, she said\"}",
        "{\"deep\":[{\"text\":\"号码11010519491231002X。\"}]}",
        "not even JSON 11010519491231002X"
      })
  void an_identity_number_is_found(String data) {
    assertThat(violationsIn(data)).containsExactly("needs-0@3 has an identity card number in it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ref\":\"13800138000\"}",
        "{\"ref\":\"电话13800138000\"}",
        "{\"ref\":\"+86 13800138000\"}",
        "{\"13800138000\":true}"
      })
  void a_mobile_number_is_found(String data) {
    assertThat(violationsIn(data)).containsExactly("needs-0@3 has a mobile number in it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"110105194912310021\"}",
        "{\"need\":\"N-511523100001-20261123-0001\"}",
        "{\"amountFen\":13800138000}",
        "{\"sha256\":\"0f13800138000a5d41402abc4b2a76b9719d911017c592\"}",
        "{\"ref\":\"12800138000\"}",
        ""
      })
  void what_only_looks_a_little_like_it_is_not(String data) {
    assertThat(violationsIn(data)).isEmpty();
  }
}
