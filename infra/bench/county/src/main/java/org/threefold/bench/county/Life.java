package org.threefold.bench.county;

import java.util.List;

/**
 * A way a need can go, as the API allows it, by the room worker and the town station alone.
 *
 * @param name in the rows
 * @param status where it ends
 * @param version how many facts it has said then
 * @param calls what is asked, one after the other; the first makes the need
 */
record Life(String name, String status, int version, List<Call> calls) {

  static final String ROOM_WORKER = "rm-worker";
  static final String TOWN_WORKER = "tst-worker";

  /**
   * One request.
   *
   * @param persona who asks
   * @param command the end of the path, empty for the collecting
   * @param body with {@code %s} for today
   */
  record Call(String persona, String command, String body) {}

  private static final Call COLLECT =
      new Call(
          ROOM_WORKER,
          "",
          """
          {"unit":"RM-511523100001","channel":"WALK_IN","ageBand":"FROM_60","groups":["ELDER"],\
          "text":"几位独居老人希望中午有热饭吃,也想有人说说话","collectedOn":"%s"}\
          """);

  private static final Call SORT = new Call(ROOM_WORKER, "sort", "{\"category\":\"MEAL_CARE\"}");

  private static final Call ANALYSE =
      new Call(
          ROOM_WORKER,
          "analyse",
          """
          {"urgency":3,"persons":60,"feasibility":4,"evidence":"入户走访老人"}\
          """);

  /** Somebody has asked; one call. */
  static final Life COLLECTED = new Life("collected", "COLLECTED", 1, List.of(COLLECT));

  /** The shortest that ends: four calls. */
  static final Life DECLINED =
      new Life(
          "declined",
          "DECLINED",
          4,
          List.of(
              COLLECT,
              SORT,
              ANALYSE,
              new Call(
                  TOWN_WORKER,
                  "decline",
                  """
                  {"reason":"OUT_OF_SCOPE","appealNote":"可向镇社工站申诉"}\
                  """)));

  /** The shortest that ends with an answer: eight calls, nine facts. */
  static final Life CLOSED =
      new Life(
          "closed",
          "CLOSED",
          9,
          List.of(
              COLLECT,
              SORT,
              ANALYSE,
              new Call(
                  ROOM_WORKER,
                  "match",
                  """
                  {"supplierType":"LOWFEE","supplier":"LF-02","sufficient":true}\
                  """),
              new Call(ROOM_WORKER, "route", "{\"route\":\"DIRECT\"}"),
              new Call(ROOM_WORKER, "complete", "{}"),
              new Call(
                  ROOM_WORKER,
                  "give-feedback",
                  """
                  {"channel":"HOME_VISIT","on":"%s","text":"助餐已经开始"}\
                  """),
              new Call(ROOM_WORKER, "confirm", "{\"rating\":5}")));
}
