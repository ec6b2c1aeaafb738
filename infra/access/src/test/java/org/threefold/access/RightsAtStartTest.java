package org.threefold.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application that forgot a right does not start. */
class RightsAtStartTest {

  /** Says not which right it needs. */
  @RestController
  static class Forgetful {
    @GetMapping("/api/v1/forgotten")
    String forgotten() {
      return "open to all";
    }
  }

  /** At another door, and says not which right it needs either. */
  @RestController
  static class Ajar {
    @GetMapping("/open311/v2/ajar")
    String ajar() {
      return "come in";
    }
  }

  /** Needs a right nobody can have. */
  @RestController
  static class Misspelt {
    @May("thing.mkae")
    @GetMapping("/api/v1/misspelt")
    String misspelt() {
      return "open to none";
    }
  }

  /** Not below /api, so it needs no right. */
  @RestController
  static class Page {
    @GetMapping("/apiary")
    String page() {
      return "bees";
    }
  }

  /** Open on purpose, and only reads. */
  @RestController
  static class Signpost {
    @Open
    @GetMapping("/api/v1/signpost")
    String signpost() {
      return "this way";
    }
  }

  /** Open, and yet a command. */
  @RestController
  static class Letterbox {
    @Open
    @PostMapping("/api/v1/letterbox")
    String letter() {
      return "taken";
    }
  }

  /** Says two things at once. */
  @RestController
  static class Undecided {
    @Open
    @May("thing.see")
    @GetMapping("/api/v1/undecided")
    String undecided() {
      return "well";
    }
  }

  private static void start(Class<?> handler) {
    new SpringApplicationBuilder(EdgeApplication.class, handler)
        .properties(Map.of("spring.config.name", "edge"))
        .run()
        .close();
  }

  @Test
  void a_handler_below_api_says_which_right_it_needs() {
    assertThatThrownBy(() -> start(Forgetful.class))
        .hasMessageContaining("/api/v1/forgotten")
        .hasMessageContaining("@May");
  }

  @Test
  void a_handler_below_open311_does_so_too() {
    assertThatThrownBy(() -> start(Ajar.class))
        .hasMessageContaining("/open311/v2/ajar")
        .hasMessageContaining("@May");
  }

  @Test
  void the_right_it_needs_is_in_the_table() {
    assertThatThrownBy(() -> start(Misspelt.class)).hasMessageContaining("thing.mkae");
  }

  @Test
  void a_handler_elsewhere_needs_none() {
    start(Page.class);
    assertThat(Page.class).isNotNull();
  }

  @Test
  void what_is_open_on_purpose_only_reads_and_needs_no_right() {
    start(Signpost.class);
    assertThatThrownBy(() -> start(Letterbox.class)).hasMessageContaining("/api/v1/letterbox");
    assertThatThrownBy(() -> start(Undecided.class)).hasMessageContaining("/api/v1/undecided");
  }
}
