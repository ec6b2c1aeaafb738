package org.threefold.needs.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedId;
import org.threefold.needs.need.FiledQuery;

class ListingTest {

  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  private static final Duration NINETY_DAYS = Duration.ofDays(90);

  private static Listing listing(String query) {
    return Listing.of(Form.of(query.getBytes(StandardCharsets.UTF_8)), NOW);
  }

  @Test
  void without_parameters_it_is_all_of_the_last_ninety_days() {
    assertThat(listing("").by("hotline"))
        .isEqualTo(new FiledQuery("hotline", NOW.minus(NINETY_DAYS), NOW, Set.of(), true, true));
    assertThat(listing("").pageSize()).isEqualTo(200);
  }

  @Test
  void one_end_of_the_time_gives_the_other() {
    Listing from = listing("start_date=2026-01-01T00:00:00Z");
    assertThat(from.until()).isEqualTo(from.from().plus(NINETY_DAYS));
    Listing until = listing("end_date=2026-01-01T00:00:00Z");
    assertThat(until.from()).isEqualTo(until.until().minus(NINETY_DAYS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-01T08:00:00%2B08:00",
        "2026-11-01T08:00:00+08:00",
        "2026-11-01T00:00:00Z",
        "2026-11-01T00:00Z",
        "2026-10-31T19:00:00.000-05:00"
      })
  void times_are_w3c_times_and_a_bare_plus_is_understood(String time) {
    assertThat(listing("start_date=" + time).from())
        .isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "start_date=2026-11-01, API-013",
    "start_date=2026-11-01T00:00:00, API-013",
    "end_date=yesterday, API-013",
    "end_date=2026-02-30T00:00:00Z, API-013",
    "status=opened, API-013",
    "page_size=0, API-013",
    "page_size=201, API-013",
    "page_size=many, API-013",
    "after=1, API-013",
    "service_request_id=1, API-013",
    "service_code=POTHOLES, NEED-073",
    "start_date=2026-11-02T00:00:00Z&end_date=2026-11-01T00:00:00Z, NEED-074",
    "start_date=2026-01-01T00:00:00Z&end_date=2026-04-01T00:00:01Z, NEED-074"
  })
  void what_cannot_be_is_refused(String query, String code) {
    assertThatThrownBy(() -> listing(query)).hasMessageContaining(code);
  }

  @Test
  void ninety_days_are_not_too_many() {
    Listing longest = listing("start_date=2026-01-01T00:00:00Z&end_date=2026-04-01T00:00:00Z");
    assertThat(Duration.between(longest.from(), longest.until())).isEqualTo(NINETY_DAYS);
  }

  @Test
  void services_states_and_numbers_are_lists() {
    FiledQuery query = listing("service_code=DISPUTE,OTHER&status=closed").by("app");
    assertThat(query.categories())
        .containsExactlyInAnyOrder(NeedCategory.DISPUTE, NeedCategory.OTHER);
    assertThat(query.live()).isFalse();
    assertThat(query.over()).isTrue();
    String number = "N-511523100001-20261123-0001";
    assertThat(listing("service_request_id=" + number + "," + number).ids())
        .containsExactly(new NeedId(number));
    assertThat(listing("after=" + number + "&page_size=2").after()).isEqualTo(new NeedId(number));
  }
}
