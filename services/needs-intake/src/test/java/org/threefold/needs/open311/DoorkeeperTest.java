package org.threefold.needs.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.threefold.access.May;
import org.threefold.access.Open;

/** A door for which no keys were handed out. */
class DoorkeeperTest {

  private final Doorkeeper keeper = new Doorkeeper(ApiKeys.in(null));

  /** Two ways in. */
  static class Ways {
    @May("open311.file")
    public void file() {}

    @Open
    public void services() {}
  }

  @AfterEach
  void forget() {
    SecurityContextHolder.clearContext();
  }

  private boolean lets(MockHttpServletRequest request, String through)
      throws NoSuchMethodException {
    var handler = new HandlerMethod(new Ways(), through);
    return keeper.preHandle(request, new MockHttpServletResponse(), handler);
  }

  private static MockHttpServletRequest posted(String form) {
    var request = new MockHttpServletRequest("POST", "/open311/v2/requests.json");
    request.setContentType("application/x-www-form-urlencoded");
    request.setContent(form.getBytes(StandardCharsets.UTF_8));
    return request;
  }

  @Test
  void without_keys_everybody_may_look_and_nobody_may_file() throws NoSuchMethodException {
    var looking = new MockHttpServletRequest("GET", "/open311/v2/services.json");
    assertThat(lets(looking, "services")).isTrue();
    assertThat(Asking.of(looking).key()).isNull();
    assertThatThrownBy(() -> lets(posted("service_code=OTHER"), "file"))
        .hasMessageContaining("NEED-070");
    assertThatThrownBy(() -> lets(posted("api_key=any"), "file")).hasMessageContaining("NEED-070");
    assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
  }

  @Test
  void a_key_that_is_not_known_is_refused_where_none_is_needed_too() {
    var looking = new MockHttpServletRequest("GET", "/open311/v2/services.json");
    looking.setQueryString("api_key=any");
    assertThatThrownBy(() -> lets(looking, "services")).hasMessageContaining("NEED-070");
  }
}
