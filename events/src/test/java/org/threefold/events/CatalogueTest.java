package org.threefold.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final String TEMPLATE =
      Approved.read(Approved.MODULE.resolve("src/test/resources/catalogue.md"));

  @Test
  void the_catalogue_of_today_is_the_approved_one() {
    Approved.check(Approved.MODULE.resolve("README.md"), Catalogue.write(TEMPLATE));
  }

  @Test
  void it_leaves_no_place_of_the_template_empty_and_no_event_out() {
    String catalogue = Catalogue.write(TEMPLATE);

    assertThat(catalogue).doesNotContain("{{");
    assertThat(EventTypes.all())
        .allSatisfy(it -> assertThat(catalogue).contains("\n### " + it.getSimpleName() + "\n"));
  }

  @Test
  void every_link_leads_to_a_heading_or_an_anchor_of_the_page() {
    String catalogue = Catalogue.write(TEMPLATE);

    assertThat(
            Pattern.compile("]\\(#([^)]+)\\)")
                .matcher(catalogue)
                .results()
                .map(it -> it.group(1))
                .distinct())
        .allSatisfy(it ->
            assertThat(catalogue).containsPattern("(?im)(^#+ " + it + "$|<a id=\"" + it + "\">)"));
  }
}
