package org.threefold.needs.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.access.problems.WithProblem;

class FormTest {

  private static Form form(String text) {
    return Form.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void a_form_is_read_as_browsers_and_apps_write_it() {
    Form form = form("service_code=MEAL_CARE&first_name=%E4%B8%89&a+b=1%2B1+%3D+2&&flag&empty=");
    assertThat(form.one("service_code")).contains("MEAL_CARE");
    assertThat(form.one("first_name")).contains("三");
    assertThat(form.one("a b")).contains("1+1 = 2");
    assertThat(form.one("flag")).isEmpty();
    assertThat(form.one("empty")).isEmpty();
    assertThat(form.one("nothing")).isEmpty();
    assertThat(form.names()).contains("flag", "empty").doesNotContain("");
  }

  @Test
  void utf_8_may_also_come_without_being_escaped() {
    assertThat(Form.of("text=想吃热饭".getBytes(StandardCharsets.UTF_8)).one("text")).contains("想吃热饭");
  }

  @Test
  void whatever_people_write_comes_through() {
    String text = "第一行\n第二行 & 100% = “好” 👩‍🦽 𠀀";
    String sent = "text=" + URLEncoder.encode(text.replace("\n", "\r\n"), StandardCharsets.UTF_8);
    assertThat(form(sent).one("text")).contains(text);
  }

  @Test
  void several_texts_are_one_form() {
    Form form =
        Form.of("a=1".getBytes(StandardCharsets.UTF_8), "b=2&b=3".getBytes(StandardCharsets.UTF_8));
    assertThat(form.one("a")).contains("1");
    assertThat(form.all("b")).containsExactly("2", "3");
  }

  @Test
  void a_list_may_be_parted_by_commas() {
    assertThat(form("status=open,%20closed&status=open,").listed("status"))
        .containsExactly("open", "closed");
  }

  @Test
  void what_is_asked_once_is_answered_once() {
    Form form = form("api_key=a&api_key=b");
    assertThatThrownBy(() -> form.one("api_key"))
        .isInstanceOf(WithProblem.class)
        .hasMessageContaining("API-013");
    assertThat(form("api_key=&api_key=b").one("api_key")).contains("b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text=%",
        "text=%4",
        "text=%GG",
        "text=%C3",
        "text=%C3%28",
        "text=%ED%A0%80",
        "text=%00",
        "text=%1B",
        "text=%E2%80%AE",
        "%FF=1",
        "text=a%4"
      })
  void what_nobody_can_read_is_refused(String text) {
    assertThatThrownBy(() -> form(text))
        .isInstanceOf(WithProblem.class)
        .hasMessageContaining("API-013");
  }

  @Test
  void there_is_an_end_to_every_length() {
    String allowed = "长".repeat(Form.LONGEST_VALUE);
    assertThat(Form.of(("text=" + allowed).getBytes(StandardCharsets.UTF_8)).one("text"))
        .contains(allowed);
    for (String tooLong : new String[] {"text=长" + allowed, "n".repeat(101) + "=1"}) {
      assertThatThrownBy(() -> Form.of(tooLong.getBytes(StandardCharsets.UTF_8)))
          .hasMessageContaining("API-013");
    }
    form("a=1&".repeat(Form.MOST_PARAMETERS));
    assertThatThrownBy(() -> form("a=1&".repeat(Form.MOST_PARAMETERS + 1)))
        .hasMessageContaining("NEED-075");
    assertThatThrownBy(() -> Form.of(new byte[Form.MOST_BYTES + 1]))
        .hasMessageContaining("NEED-075");
  }

  @Test
  void nothing_of_it_is_printed() {
    assertThat(form("phone=13800000000")).hasToString("***");
  }
}
