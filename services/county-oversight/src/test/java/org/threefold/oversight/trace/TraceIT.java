package org.threefold.oversight.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.threefold.oversight.testing.Oversight.COUNTY;
import static org.threefold.oversight.testing.Oversight.OTHER_TOWN;
import static org.threefold.oversight.testing.Oversight.ROOM;
import static org.threefold.oversight.testing.Oversight.TOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.access.Role;
import org.threefold.oversight.testing.Oversight;
import org.threefold.oversight.testing.Story;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Stand;
import tools.jackson.databind.JsonNode;

/** A whole story over the real topics, read back over HTTP. */
class TraceIT {

  private static final Stand OVERSIGHT = Oversight.shared();
  private static final Pattern FILES = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");
  private static final Story STORY = new Story(TOWN, 1);

  @BeforeAll
  static void heard() {
    OVERSIGHT.heard(STORY.facts());
    assertThat(trace(Role.AUDITOR, COUNTY, STORY.need.value()).json().path("hops")).hasSize(hops());
  }

  /** The need's own facts and all of its project's. */
  private static int hops() {
    return (int)
        STORY.facts().stream()
            .filter(it ->
                it.attributes().flow().equals(STORY.need.value())
                    || it.attributes().flow().equals(STORY.project.value()))
            .count();
  }

  private static Answer trace(Role role, String area, String id) {
    return get(role, area, "/api/v1/trace/" + id);
  }

  private static Answer get(Role role, String area, String path) {
    return OVERSIGHT.get(OVERSIGHT.token(role, area), path);
  }

  private static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(it -> texts.add(it.path(field).asString("")));
    return texts;
  }

  @Test
  void the_golden_thread_has_every_hop_in_the_order_of_the_story() {
    JsonNode trace = trace(Role.AUDITOR, COUNTY, STORY.need.value()).json();
    List<String> told =
        STORY.facts().stream()
            .filter(it ->
                it.attributes().flow().equals(STORY.need.value())
                    || it.attributes().flow().equals(STORY.project.value()))
            .map(it -> it.id())
            .toList();
    assertThat(texts(trace.path("hops"), "eventId")).isEqualTo(told);
    assertThat(trace.path("status").asString()).isEqualTo("CLOSED");
    assertThat(trace.path("complete").asBoolean()).isTrue();
    assertThat(texts(trace.path("hops"), "stream"))
        .contains(
            "need/" + STORY.need,
            "project/" + STORY.project,
            "funding/" + STORY.project,
            "archive/" + STORY.project);
  }

  @Test
  void a_hop_says_when_who_and_how_much() {
    JsonNode hops = trace(Role.AUDITOR, COUNTY, STORY.need.value()).json().path("hops");
    JsonNode paid =
        hops.valueStream()
            .filter(it -> it.path("type").asString().equals("funding.disbursed.v1"))
            .findFirst()
            .orElseThrow();
    assertThat(paid.path("amountFen").asLong()).isEqualTo(1_800_000);
    assertThat(paid.path("role").asString()).isEqualTo("FINANCE");
    assertThat(paid.path("actor").asString()).isEqualTo("FINANCE@FIN");
    assertThat(paid.path("at").asString()).endsWith(".123456789Z");
    assertThat(paid.path("sentence").asString()).isEqualTo("funding.disbursed");
    assertThat(paid.path("with").path("tranche").asString()).isEqualTo("1");
  }

  @Test
  void a_merged_need_leads_on_to_the_one_that_survived() {
    JsonNode trace = trace(Role.AUDITOR, COUNTY, STORY.twin.value()).json();
    assertThat(trace.path("mergedInto").asString()).isEqualTo(STORY.need.value());
    assertThat(texts(trace.path("hops"), "type"))
        .containsExactly("need.collected.v1", "need.merged.v1");
  }

  @Test
  void a_project_has_a_thread_too_and_names_its_needs() {
    JsonNode trace = trace(Role.TST_HEAD, TOWN, STORY.project.value()).json();
    assertThat(texts(trace.path("hops"), "flow")).containsOnly(STORY.project.value());
    assertThat(trace.path("needs").path(0).asString()).isEqualTo(STORY.need.value());
  }

  @Test
  void outside_the_area_there_is_no_thread() {
    assertThat(trace(Role.RM_WORKER, ROOM, STORY.need.value()).status()).isEqualTo(200);
    assertThat(trace(Role.TST_WORKER, OTHER_TOWN, STORY.need.value()).status()).isEqualTo(404);
    assertThat(trace(Role.TST_WORKER, OTHER_TOWN, STORY.project.value()).status()).isEqualTo(404);
    assertThat(trace(Role.RM_WORKER, ROOM, STORY.project.value()).status()).isEqualTo(404);
    assertThat(trace(Role.AUDITOR, COUNTY, "N-511523100001-20261123-9999").status()).isEqualTo(404);
    assertThat(trace(Role.RESIDENT, ROOM, STORY.need.value()).status()).isEqualTo(403);
    assertThat(OVERSIGHT.get(null, "/api/v1/trace/" + STORY.need).status()).isEqualTo(401);
  }

  @Test
  void the_rows_say_the_same() {
    JsonNode need = get(Role.TST_WORKER, TOWN, "/api/v1/needs/" + STORY.need).json();
    assertThat(need.path("status").asString()).isEqualTo("CLOSED");
    JsonNode project = get(Role.TST_WORKER, TOWN, "/api/v1/projects/" + STORY.project).json();
    assertThat(project.path("work").path("status").asString()).isEqualTo("CLOSED");
    assertThat(project.path("work").path("sessions").asInt()).isEqualTo(60);
    assertThat(project.path("work").path("score").decimalValue()).isEqualByComparingTo("83.65");
    assertThat(project.path("money").path("paidFen").asLong()).isEqualTo(1_800_000);
    assertThat(project.path("money").path("committedFen").asLong()).isZero();
    assertThat(project.path("filedPercent").asInt()).isEqualTo(100);
  }

  @Test
  void needs_are_listed_by_status_and_town_and_page_by_page() {
    String closed = "/api/v1/needs?status=CLOSED&town=" + TOWN + "&limit=1";
    JsonNode first = get(Role.CAB, COUNTY, closed).json();
    assertThat(first).hasSize(1);
    String last = first.path(0).path("need").asString();
    JsonNode second = get(Role.CAB, COUNTY, closed + "&after=" + last).json();
    assertThat(second.path(0).path("need").asString("~")).isGreaterThan(last);
    assertThat(get(Role.CAB, COUNTY, "/api/v1/needs?order=LATEST&limit=200").json())
        .anyMatch(it -> it.path("need").asString().equals(STORY.need.value()));
    assertThat(get(Role.TST_WORKER, OTHER_TOWN, "/api/v1/needs?town=" + TOWN).json()).isEmpty();
    assertThat(get(Role.TST_WORKER, OTHER_TOWN, "/api/v1/needs").json()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/needs?limit=201",
        "/api/v1/needs?limit=0",
        "/api/v1/needs?status=NONSENSE",
        "/api/v1/needs?town=x",
        "/api/v1/needs/nonsense",
        "/api/v1/funnel?from=yesterday"
      })
  void nonsense_is_refused(String path) {
    assertThat(get(Role.CAB, COUNTY, path).status()).isBetween(400, 404);
  }

  @Test
  void the_funnel_counts_what_was_reached_without_merged_needs() {
    String day = "/api/v1/funnel?route=PROJECT&from=2026-11-23&to=2026-11-24";
    JsonNode town = get(Role.TST_WORKER, TOWN, day).json();
    long collected = town.path("steps").path(0).path("needs").asLong();
    assertThat(collected).isPositive();
    assertThat(town.path("steps").path(8).path("step").asString()).isEqualTo("CLOSED");
    long before = Long.MAX_VALUE;
    for (JsonNode step : town.path("steps")) {
      assertThat(step.path("needs").asLong()).isLessThanOrEqualTo(before);
      before = step.path("needs").asLong();
    }
    assertThat(town.path("standing").path("MERGED").asLong()).isZero(); // It was never routed.
    JsonNode all = get(Role.TST_WORKER, TOWN, "/api/v1/funnel").json();
    assertThat(all.path("standing").path("MERGED").asLong()).isPositive();
    JsonNode other = get(Role.TST_WORKER, OTHER_TOWN, "/api/v1/funnel").json();
    assertThat(other.path("steps").path(0).path("needs").asLong()).isZero();
    JsonNode later = get(Role.CAB, COUNTY, "/api/v1/funnel?from=2026-11-24").json();
    assertThat(later.path("steps").path(0).path("needs").asLong()).isZero();
  }

  @Test
  void the_balances_add_up_and_are_for_county_roles() {
    JsonNode balances = get(Role.FINANCE, COUNTY, "/api/v1/funds").json();
    JsonNode fund =
        balances
            .path("funds")
            .valueStream()
            .filter(it -> it.path("fund").asString().equals(STORY.fund.value()))
            .findFirst()
            .orElseThrow();
    assertThat(fund.path("balance").path("availableFen").asLong()).isEqualTo(3_200_000);
    assertThat(fund.path("balance").path("disbursedFen").asLong()).isEqualTo(1_800_000);
    assertThat(balances.path("holds").asBoolean()).isTrue();
    assertThat(get(Role.TST_HEAD, TOWN, "/api/v1/funds").status()).isEqualTo(403);
  }

  @Test
  void places_have_names_within_the_area() {
    JsonNode units = get(Role.RM_WORKER, ROOM, "/api/v1/units").json();
    assertThat(texts(units, "unit")).containsExactly("RM-" + ROOM);
    JsonNode divisions = get(Role.TST_WORKER, TOWN, "/api/v1/divisions").json();
    assertThat(texts(divisions, "name")).containsExactly("江安镇");
    assertThat(get(Role.TST_WORKER, TOWN, "/api/v1/me").json().path("areaName").asString())
        .isEqualTo("江安镇");
    assertThat(get(Role.TST_WORKER, OTHER_TOWN, "/api/v1/divisions").json()).isEmpty();
  }

  @Test
  void what_the_page_needs_before_signing_in_is_open_and_says_no_more() {
    Answer config = OVERSIGHT.get(null, "/page-config.json");
    assertThat(config.status()).isEqualTo(200);
    assertThat(config.json().path("issuer").asString()).isEqualTo(OVERSIGHT.issuer().uri());
    assertThat(OVERSIGHT.get(null, "/api/v1/me").status()).isEqualTo(401);
  }

  @Test
  void the_page_is_open_and_may_load_from_here_and_the_issuer_only() {
    assumeTrue(
        getClass().getResource("/META-INF/resources/index.html") != null,
        "built with -Dskip.frontend");
    Answer page = OVERSIGHT.get(null, "/");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("<div id=\"root\">").doesNotContain("http://", "https://");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'self'", "connect-src 'self' " + OVERSIGHT.issuer().uri());
    for (Matcher file = FILES.matcher(page.body()); file.find(); ) {
      assertThat(OVERSIGHT.get(null, file.group(1)).status()).isEqualTo(200);
    }
    assertThat(OVERSIGHT.get(null, "/nothing-here").status()).isEqualTo(401);
  }
}
