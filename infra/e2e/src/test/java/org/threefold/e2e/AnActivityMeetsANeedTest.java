package org.threefold.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threefold.local.CountyApi;
import org.threefold.local.CountySettings.Part;

/** What departments hold is known where needs are met, without anybody telling intake of it. */
@ExtendWith(RunningCounty.class)
class AnActivityMeetsANeedTest {

  @Test
  void the_six_activities_of_the_county_stand_and_each_department_sees_its_own(
      RunningCounty.Handle county) {
    CountyApi api = county.api();
    assertThat(activities(api, "auditor"))
        .contains(
            "dept-cab:warm-winter",
            "dept-cab:mind-games",
            "dept-pub:civility-helpers",
            "dept-cyl:child-companions",
            "dept-wmf:care-for-girls",
            "dept-cab:left-behind-children");
    assertThat(activities(api, "rm-worker")).hasSizeGreaterThanOrEqualTo(6);
    assertThat(activities(api, "purchaser-cyl")).containsExactly("dept-cyl:child-companions");
    assertThat(activities(api, "purchaser-wmf")).containsExactly("dept-wmf:care-for-girls");
  }

  @Test
  void a_need_is_met_by_an_activity_for_its_group_and_not_by_another(RunningCounty.Handle county) {
    CountyApi api = county.api();
    NeedActs needs = new NeedActs(new Stage(api, "activity"));
    needs.collect();
    String need = "/api/v1/needs/" + needs.first();
    post(api, need + "/sort", Map.of("category", "COMPANIONSHIP"));
    post(
        api,
        need + "/analyse",
        Map.of("urgency", 2, "persons", 12, "feasibility", 4, "evidence", "入户走访"));

    eventually(() ->
        assertThat(match(api, need, "dept-cab:mind-games").body().path("matches").toString())
            .contains("dept-cab:mind-games"));
    CountyApi.Answer foreign = match(api, need, "dept-wmf:care-for-girls");
    assertThat(foreign.body().path("code").asString()).isEqualTo("NEED-015");
    CountyApi.Answer routed = post(api, need + "/route", Map.of("route", "DIRECT"));
    assertThat(routed.body().path("status").asString()).isEqualTo("IN_SERVICE");
  }

  private static List<String> activities(CountyApi api, String persona) {
    return api.get(persona, Part.PROJECTS, "/api/v1/activities?limit=200")
        .body()
        .valueStream()
        .map(it -> it.path("activity").asString())
        .toList();
  }

  private static CountyApi.Answer match(CountyApi api, String need, String activity) {
    return post(
        api,
        need + "/match",
        Map.of("supplierType", "ACTIVITY", "supplier", activity, "sufficient", true));
  }

  private static CountyApi.Answer post(CountyApi api, String path, Object body) {
    return api.post("rm-worker", Part.NEEDS, path, null, body);
  }
}
