package org.threefold.needs.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threefold.events.SupplierType.ITEM;
import static org.threefold.events.SupplierType.LOWFEE;
import static org.threefold.needs.need.ANeed.ANALYSED;
import static org.threefold.needs.need.ANeed.COLLECTED;
import static org.threefold.needs.need.ANeed.ESCALATED;
import static org.threefold.needs.need.ANeed.FED_BACK;
import static org.threefold.needs.need.ANeed.FOREIGN_TOWN;
import static org.threefold.needs.need.ANeed.GROUPS;
import static org.threefold.needs.need.ANeed.IN_SERVICE;
import static org.threefold.needs.need.ANeed.NEED;
import static org.threefold.needs.need.ANeed.NOON;
import static org.threefold.needs.need.ANeed.OTHER;
import static org.threefold.needs.need.ANeed.OTHER_PROJECT;
import static org.threefold.needs.need.ANeed.PLANNED;
import static org.threefold.needs.need.ANeed.PROJECT;
import static org.threefold.needs.need.ANeed.ROOM;
import static org.threefold.needs.need.ANeed.SERVED;
import static org.threefold.needs.need.ANeed.SORTED;
import static org.threefold.needs.need.ANeed.TIMES;
import static org.threefold.needs.need.ANeed.TODAY;
import static org.threefold.needs.need.ANeed.TOWN;
import static org.threefold.needs.need.ANeed.WORDS;
import static org.threefold.needs.need.ANeed.WORKER;
import static org.threefold.needs.need.ANeed.after;
import static org.threefold.needs.need.ANeed.collect;
import static org.threefold.needs.need.ANeed.given;
import static org.threefold.needs.need.ANeed.recorded;
import static org.threefold.needs.need.ANeed.routed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.threefold.access.PersonalData;
import org.threefold.events.AgeBand;
import org.threefold.events.ClientGroup;
import org.threefold.events.DeclineReason;
import org.threefold.events.DivisionCode;
import org.threefold.events.FeedbackChannel;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent;
import org.threefold.events.NeedEvent.NeedClosed;
import org.threefold.events.NeedEvent.NeedDeclined;
import org.threefold.events.NeedEvent.NeedFeedbackGiven;
import org.threefold.events.NeedEvent.NeedInService;
import org.threefold.events.NeedEvent.NeedMatched;
import org.threefold.events.NeedEvent.NeedMerged;
import org.threefold.events.NeedEvent.NeedPlanned;
import org.threefold.events.NeedEvent.NeedReturned;
import org.threefold.events.NeedEvent.NeedServed;
import org.threefold.events.NeedEvent.NeedSorted;
import org.threefold.events.NeedEvent.NeedUnplanned;
import org.threefold.events.ResidentRef;
import org.threefold.events.ReturnReason;
import org.threefold.events.Route;
import org.threefold.events.UnplanCause;
import org.threefold.needs.need.NeedCommand.Analyse;
import org.threefold.needs.need.NeedCommand.AnnounceMerge;
import org.threefold.needs.need.NeedCommand.Complete;
import org.threefold.needs.need.NeedCommand.Confirm;
import org.threefold.needs.need.NeedCommand.Decline;
import org.threefold.needs.need.NeedCommand.Escalate;
import org.threefold.needs.need.NeedCommand.GiveFeedback;
import org.threefold.needs.need.NeedCommand.LetTimePass;
import org.threefold.needs.need.NeedCommand.Match;
import org.threefold.needs.need.NeedCommand.MergeInto;
import org.threefold.needs.need.NeedCommand.MergeInto.Target;
import org.threefold.needs.need.NeedCommand.Plan;
import org.threefold.needs.need.NeedCommand.ReturnToRoom;
import org.threefold.needs.need.NeedCommand.RouteBy;
import org.threefold.needs.need.NeedCommand.Serve;
import org.threefold.needs.need.NeedCommand.Sort;
import org.threefold.needs.need.NeedCommand.StartService;
import org.threefold.needs.need.NeedCommand.Unplan;
import org.threefold.needs.need.NeedCommand.WithdrawMerge;
import org.threefold.needs.supply.Availability;

class NeedTest {

  private static final DivisionCode NEXT_DOOR = new DivisionCode("511523100002");
  private static final String PHONE = "请打电话 138 1234 5678 找我女儿";

  // --- collect

  @Test
  void a_need_is_collected_at_an_open_unit() {
    given().when(by(collect())).then(COLLECTED);
  }

  @Test
  void a_closed_unit_takes_no_needs() {
    given().when(by(collect(WORDS, AgeBand.FROM_60, GROUPS, TODAY, false))).thenRefused("NEED-002");
  }

  @Test
  void the_words_must_say_something() {
    given()
        .when(by(collect("  想要帮助。   ", AgeBand.FROM_60, GROUPS, TODAY, true)))
        .thenRefused("NEED-003");
    given().when(by(collect("一二三四五六七八九十", AgeBand.FROM_60, GROUPS, TODAY, true))).then(COLLECTED);
  }

  @Test
  void a_need_without_a_group_is_nobodys() {
    given()
        .when(by(collect(WORDS, AgeBand.FROM_60, List.of(), TODAY, true)))
        .thenRefused("NEED-004");
  }

  @Test
  void a_group_must_fit_the_age() {
    given()
        .when(by(collect(WORDS, AgeBand.FROM_18, List.of(ClientGroup.ELDER), TODAY, true)))
        .thenRefused("NEED-005");
  }

  @Test
  void the_words_hold_no_personal_data() {
    given()
        .when(by(collect(PHONE, AgeBand.FROM_60, GROUPS, TODAY, true)))
        .thenRefused("NEED-009 [text, MOBILE_NUMBER]");
  }

  @Test
  void a_reference_that_goes_on_the_wire_is_random_and_no_number_of_anybody() {
    String looksLikeACard = "R-c7a6d6f8-6222-4212-9456-789400000004";
    assertThat(PersonalData.find("R-13812345678")).isPresent();
    given().when(by(of("R-13812345678"))).thenRefused("NEED-009 [residentRef, MOBILE_NUMBER]");
    given().when(by(of("138-1234-5678"))).thenRefused("NEED-009");
    assertThat(PersonalData.find(looksLikeACard)).isPresent();
    assertThat(new Need.Unknown().decide(NEED, of(looksLikeACard))).hasSize(1);
  }

  private static NeedCommand.Collect of(String resident) {
    return with(new ResidentRef(resident), null);
  }

  @Test
  void a_need_is_not_collected_tomorrow_nor_long_ago() {
    given().when(by(on(TODAY.plusDays(1)))).thenRefused("NEED-031");
    given().when(by(on(TODAY.minusDays(367)))).thenRefused("NEED-031");
    assertThat(after(List.of(COLLECTED)).division()).isEqualTo(new DivisionCode("511523100001"));
  }

  private static NeedCommand.Collect on(LocalDate day) {
    return collect(WORDS, AgeBand.FROM_60, GROUPS, day, true);
  }

  @Test
  void nothing_is_asked_of_a_need_nobody_told_of() {
    given().when(by(new Sort(NeedCategory.MEAL_CARE, List.of()))).thenRefused("Nothing is known");
    given().when(by(new Plan(PROJECT))).then();
  }

  // --- sort and merge

  @Test
  void sorting_says_how_many_duplicates_were_found() {
    given(COLLECTED)
        .when(by(new Sort(NeedCategory.MEAL_CARE, List.of(OTHER))))
        .then(new NeedSorted(NEED, NeedCategory.MEAL_CARE, 1));
  }

  @Test
  void a_need_merges_into_a_live_one_of_its_town() {
    given(COLLECTED).when(by(merge(true, false))).then(new NeedMerged(NEED, OTHER));
    given(COLLECTED, SORTED).when(by(merge(true, false))).then(new NeedMerged(NEED, OTHER));
  }

  @Test
  void a_need_does_not_merge_into_what_is_over_away_itself_unknown_or_merging() {
    given(COLLECTED).when(by(merge(false, false))).thenRefused("NEED-010");
    given(COLLECTED).when(by(merge(true, true))).thenRefused("NEED-010");
    given(COLLECTED).when(by(new MergeInto(OTHER, null))).thenRefused("NEED-010");
    given(COLLECTED)
        .when(by(new MergeInto(NEED, new Target(ROOM.division(), true, false))))
        .thenRefused("NEED-010");
    given(COLLECTED)
        .when(by(new MergeInto(OTHER, new Target(FOREIGN_TOWN.division(), true, false))))
        .thenRefused("NEED-010");
  }

  private static MergeInto merge(boolean live, boolean merging) {
    return new MergeInto(OTHER, new Target(NEXT_DOOR, live, merging));
  }

  @Test
  void an_announced_merge_is_kept_until_it_is_done_or_withdrawn() {
    Need announced = kept(after(List.of(COLLECTED)), new AnnounceMerge(OTHER));
    assertThat(recorded(announced).kept().mergingInto()).isEqualTo(OTHER);
    assertThat(recorded(kept(announced, new WithdrawMerge())).kept().mergingInto()).isNull();
    assertThat(recorded(kept(announced, merge(true, false))).kept().mergingInto()).isNull();
  }

  @Test
  void an_announcement_that_was_forgotten_ends_when_the_need_can_no_longer_merge() {
    Need announced = kept(after(List.of(COLLECTED, SORTED)), new AnnounceMerge(OTHER));
    assertThat(recorded(announced).isMerging()).isTrue();
    assertThat(recorded(announced.after(ANALYSED)).isMerging()).isFalse();
  }

  @Test
  void a_need_on_its_way_announces_no_merge() {
    Need analysed = after(List.of(COLLECTED, SORTED, ANALYSED));
    assertThat(kept(analysed, new AnnounceMerge(OTHER))).isEqualTo(analysed);
  }

  // --- up and down

  @Test
  void a_room_escalates_to_its_own_town_station_only() {
    given(COLLECTED, SORTED).when(by(new Escalate(TOWN, true))).then(ESCALATED);
    given(COLLECTED, SORTED).when(by(new Escalate(FOREIGN_TOWN, true))).thenRefused("NEED-012");
    given(COLLECTED, SORTED, ESCALATED).when(by(new Escalate(TOWN, true))).thenRefused("NEED-012");
  }

  @Test
  void a_closed_town_station_takes_nothing_over() {
    given(COLLECTED, SORTED).when(by(new Escalate(TOWN, false))).thenRefused("NEED-002");
  }

  @Test
  void a_town_station_hands_back_twice_at_most() {
    var back = new ReturnToRoom(ReturnReason.INCOMPLETE, null);
    var first = new NeedReturned(NEED, TOWN, ROOM, ReturnReason.INCOMPLETE, 1);
    var second = new NeedReturned(NEED, TOWN, ROOM, ReturnReason.INCOMPLETE, 2);
    given(COLLECTED, SORTED, ESCALATED).when(by(back)).then(first);
    given(COLLECTED, SORTED, ESCALATED, first, ESCALATED).when(by(back)).then(second);
    given(COLLECTED, SORTED, ESCALATED, first, ESCALATED, second, ESCALATED)
        .when(by(back))
        .thenRefused("NEED-013");
  }

  @Test
  void a_room_has_nothing_to_hand_back() {
    given(COLLECTED, SORTED)
        .when(by(new ReturnToRoom(ReturnReason.INCOMPLETE, null)))
        .thenRefused("NEED-012");
  }

  @Test
  void the_note_of_a_return_holds_no_personal_data() {
    given(COLLECTED, SORTED, ESCALATED)
        .when(by(new ReturnToRoom(ReturnReason.NOT_VERIFIED, PHONE)))
        .thenRefused("NEED-009");
  }

  // --- analyse, match, route

  @Test
  void the_need_of_the_story_has_priority_25_in_band_b() {
    given(COLLECTED, SORTED, ESCALATED).when(by(new Analyse(3, 60, 4, "入户走访"))).then(ANALYSED);
  }

  @Test
  void evidence_holds_no_personal_data() {
    given(COLLECTED, SORTED).when(by(new Analyse(3, 60, 4, PHONE))).thenRefused("NEED-009");
  }

  @Test
  void what_is_on_offer_can_be_matched() {
    given(COLLECTED, SORTED, ANALYSED)
        .when(by(new Match(LOWFEE, "LF-02", false, Availability.NOW)))
        .then(new NeedMatched(NEED, LOWFEE, "LF-02", false));
  }

  @Test
  void what_is_only_designed_is_never_enough() {
    given(COLLECTED, SORTED, ANALYSED)
        .when(by(new Match(LOWFEE, "LF-02", true, Availability.NOT_YET)))
        .thenRefused("NEED-015");
    given(COLLECTED, SORTED, ANALYSED)
        .when(by(new Match(LOWFEE, "LF-02", false, Availability.NOT_YET)))
        .then(new NeedMatched(NEED, LOWFEE, "LF-02", false));
  }

  @Test
  void what_is_not_there_is_no_match() {
    given(COLLECTED, SORTED, ANALYSED)
        .when(by(new Match(ITEM, "SI-99", false, Availability.NEVER)))
        .thenRefused("NEED-015");
  }

  @Test
  void a_supplier_matched_again_replaces_what_was_said_of_it() {
    Need need =
        after(
            List.of(
                COLLECTED,
                SORTED,
                ANALYSED,
                new NeedMatched(NEED, LOWFEE, "LF-02", false),
                new NeedMatched(NEED, LOWFEE, "LF-02", true)));
    assertThat(recorded(need).matches()).containsExactly(new Matched(LOWFEE, "LF-02", true));
  }

  @Test
  void matches_are_a_short_list() {
    NeedEvent[] facts = new NeedEvent[3 + Recorded.MATCHES_MAX];
    facts[0] = COLLECTED;
    facts[1] = SORTED;
    facts[2] = ANALYSED;
    for (int i = 3; i < facts.length; i++) {
      facts[i] = new NeedMatched(NEED, LOWFEE, "LF-" + i, false);
    }
    given(facts)
        .when(by(new Match(LOWFEE, "LF-99", false, Availability.NOW)))
        .thenRefused("NEED-015");
  }

  @Test
  void a_need_goes_to_a_project() {
    given(COLLECTED, SORTED, ANALYSED)
        .when(by(new RouteBy(Route.PROJECT, null)))
        .then(routed(Route.PROJECT));
  }

  @Test
  void direct_service_begins_at_once_and_needs_a_sufficient_match() {
    given(COLLECTED, SORTED, ANALYSED, new NeedMatched(NEED, ITEM, "SI-03", true))
        .when(by(new RouteBy(Route.DIRECT, null)))
        .then(routed(Route.DIRECT), new NeedInService(NEED, null));
    given(COLLECTED, SORTED, ANALYSED, new NeedMatched(NEED, ITEM, "SI-03", false))
        .when(by(new RouteBy(Route.DIRECT, null)))
        .thenRefused("NEED-015");
  }

  @Test
  void a_need_has_one_route() {
    given(COLLECTED, SORTED, ANALYSED, routed(Route.PROJECT))
        .when(by(new RouteBy(Route.DIRECT, null)))
        .thenRefused("NEED-011");
  }

  @Test
  void a_need_is_declined_with_a_reason() {
    given(COLLECTED, SORTED, ANALYSED)
        .when(by(new Decline(DeclineReason.ILLEGAL, "可在30日内向县民政局申诉")))
        .then(new NeedDeclined(NEED, DeclineReason.ILLEGAL));
    given(COLLECTED, SORTED, ANALYSED)
        .when(by(new Decline(DeclineReason.ILLEGAL, PHONE)))
        .thenRefused("NEED-009");
  }

  // --- what projects do

  @Test
  void a_need_follows_its_project() {
    given(COLLECTED, SORTED, ANALYSED, routed(Route.PROJECT))
        .when(by(new Plan(PROJECT)))
        .then(PLANNED);
    given(COLLECTED, SORTED, ANALYSED, routed(Route.PROJECT), PLANNED)
        .when(by(new StartService(PROJECT)))
        .then(IN_SERVICE);
    given(COLLECTED, SORTED, ANALYSED, routed(Route.PROJECT), PLANNED, IN_SERVICE)
        .when(by(new Serve(PROJECT)))
        .then(SERVED);
  }

  @Test
  void a_need_loses_its_project_and_waits_for_another() {
    var lost = new NeedUnplanned(NEED, PROJECT, UnplanCause.PROJECT_REJECTED);
    given(COLLECTED, SORTED, ANALYSED, routed(Route.PROJECT), PLANNED)
        .when(by(new Unplan(PROJECT, UnplanCause.PROJECT_REJECTED)))
        .then(lost);
    given(COLLECTED, SORTED, ANALYSED, routed(Route.PROJECT), PLANNED, lost)
        .when(by(new Plan(OTHER_PROJECT)))
        .then(new NeedPlanned(NEED, OTHER_PROJECT));
  }

  @Test
  void what_another_project_does_is_none_of_its_business() {
    NeedEvent[] planned = {COLLECTED, SORTED, ANALYSED, routed(Route.PROJECT), PLANNED};
    given(planned).when(by(new StartService(OTHER_PROJECT))).then();
    given(planned).when(by(new Unplan(OTHER_PROJECT, UnplanCause.PROJECT_CANCELLED))).then();
    given(COLLECTED, SORTED, ANALYSED, routed(Route.PROJECT), PLANNED, IN_SERVICE)
        .when(by(new Serve(OTHER_PROJECT)))
        .then();
  }

  @Test
  void only_what_the_unit_does_itself_can_it_complete() {
    given(COLLECTED, SORTED, ANALYSED, routed(Route.DIRECT), new NeedInService(NEED, null))
        .when(by(new Complete(null)))
        .then(new NeedServed(NEED, null));
    given(COLLECTED, SORTED, ANALYSED, routed(Route.PROJECT), PLANNED, IN_SERVICE)
        .when(by(new Complete(null)))
        .thenRefused("NEED-001");
    given(COLLECTED, SORTED, ANALYSED, routed(Route.DIRECT), new NeedInService(NEED, null))
        .when(by(new Serve(PROJECT)))
        .then();
    given(COLLECTED, SORTED, ANALYSED, routed(Route.DIRECT), new NeedInService(NEED, null))
        .when(by(new Complete(PHONE)))
        .thenRefused("NEED-009");
  }

  // --- the answer

  @Test
  void the_resident_is_told_what_came_of_it() {
    given(served())
        .when(by(feedback(TODAY, "送餐服务已覆盖您家")))
        .then(new NeedFeedbackGiven(NEED, FeedbackChannel.PHONE, PROJECT));
    given(served()).when(by(feedback(TODAY, PHONE))).thenRefused("NEED-009");
  }

  @Test
  void nobody_is_told_tomorrow_or_before_it_was_done() {
    given(served()).when(by(feedback(TODAY.plusDays(1), "好"))).thenRefused("NEED-031");
    Need served =
        after(List.of(served()))
            .keep(
                new Serve(PROJECT), List.of(SERVED), NOON.plus(Duration.ofDays(5)), WORKER, TIMES);
    LocalDate later = TODAY.plusDays(9);
    var early = new GiveFeedback(FeedbackChannel.PHONE, TODAY.plusDays(4), "好", later, NOON);
    var right = new GiveFeedback(FeedbackChannel.PHONE, TODAY.plusDays(5), "好", later, NOON);
    assertThatThrownBy(() -> served.decide(NEED, early)).hasMessageContaining("NEED-031");
    assertThat(served.decide(NEED, right)).hasSize(1);
  }

  @Test
  void the_resident_confirms_and_may_rate() {
    given(fedBack()).when(by(new Confirm(4, null))).then(new NeedClosed(NEED, false, 4, PROJECT));
    given(fedBack())
        .when(by(new Confirm(null, null)))
        .then(new NeedClosed(NEED, false, null, PROJECT));
  }

  @Test
  void a_resident_in_person_confirms_the_own_need_only() {
    Need raised = kept(after(List.of(COLLECTED)), raisedBy("me"));
    Need told = raised.after(SORTED).after(ANALYSED).after(SERVED).after(FED_BACK);
    assertThat(told.decide(NEED, new Confirm(5, "me"))).hasSize(1);
    given(fedBack()).when(by(new Confirm(5, "me"))).thenRefused("Nothing is known");
  }

  private static NeedCommand.Collect raisedBy(String resident) {
    return with(collect().resident(), resident);
  }

  private static NeedCommand.Collect with(ResidentRef resident, @Nullable String raisedBy) {
    var it = collect();
    return new NeedCommand.Collect(
        it.unit(),
        it.channel(),
        resident,
        it.ageBand(),
        it.groups(),
        it.text(),
        it.collectedOn(),
        raisedBy,
        null,
        true,
        it.earliest(),
        it.today(),
        it.slaDue());
  }

  @Test
  void an_unanswered_need_closes_by_itself_when_its_time_has_come() {
    Instant confirmBy = NOON.plus(Duration.ofDays(7));
    Need told =
        after(List.of(fedBack()))
            .keep(feedbackUntil(confirmBy), List.of(FED_BACK), NOON, WORKER, TIMES);
    assertThat(told.due()).isEqualTo(confirmBy);
    assertThat(told.decide(NEED, new LetTimePass(confirmBy.minusMillis(1)))).isEmpty();
    var closed = new NeedClosed(NEED, true, null, PROJECT);
    assertThat(told.decide(NEED, new LetTimePass(confirmBy))).isEqualTo(List.of(closed));
    assertThat(told.after(closed).due()).isNull();
  }

  private static GiveFeedback feedbackUntil(Instant confirmBy) {
    return new GiveFeedback(FeedbackChannel.PHONE, TODAY, "好", TODAY, confirmBy);
  }

  private static GiveFeedback feedback(LocalDate on, String text) {
    return new GiveFeedback(FeedbackChannel.PHONE, on, text, TODAY, NOON);
  }

  // --- what is kept

  @Test
  void words_are_kept_and_never_said() {
    var command = collect();
    List<NeedEvent> facts = new Need.Unknown().decide(NEED, command);
    assertThat(facts.toString()).doesNotContain(WORDS);
    Kept kept = recorded(kept(after(facts), command)).kept();
    assertThat(kept.text()).isEqualTo(WORDS);
    assertThat(kept.history()).containsExactly(new Step("NeedCollected", NOON, WORKER, null));
  }

  @Test
  void history_tells_each_step_with_the_words_of_its_command() {
    Need analysed =
        after(List.of(COLLECTED, SORTED, ANALYSED))
            .keep(new Analyse(3, 60, 4, "入户走访"), List.of(ANALYSED), NOON, WORKER, TIMES);
    assertThat(recorded(analysed).kept().history())
        .containsExactly(new Step("NeedAnalysed", NOON, WORKER, "入户走访"));
  }

  @Test
  void history_is_bounded() {
    Need need = after(List.of(COLLECTED));
    for (int i = 0; i < Kept.HISTORY_MAX + 5; i++) {
      need = need.keep(new Plan(PROJECT), List.of(PLANNED), NOON.plusSeconds(i), WORKER, TIMES);
    }
    List<Step> history = recorded(need).kept().history();
    assertThat(history).hasSize(Kept.HISTORY_MAX);
    assertThat(history.getLast().at()).isEqualTo(NOON.plusSeconds(Kept.HISTORY_MAX + 4));
  }

  @Test
  void a_fact_that_passes_in_silence_leaves_no_trace() {
    Need merged = after(List.of(COLLECTED, new NeedMerged(NEED, OTHER)));
    assertThat(merged.decide(NEED, new Plan(PROJECT))).isEmpty();
    assertThat(kept(merged, new Plan(PROJECT))).isEqualTo(merged);
  }

  private static Need kept(Need need, NeedCommand command) {
    List<NeedEvent> facts =
        command instanceof NeedCommand.Collect ? List.of(COLLECTED) : need.decide(NEED, command);
    return need.keep(command, facts, NOON, WORKER, TIMES);
  }

  private static NeedEvent[] served() {
    return new NeedEvent[] {
      COLLECTED, SORTED, ANALYSED, routed(Route.PROJECT), PLANNED, IN_SERVICE, SERVED
    };
  }

  private static NeedEvent[] fedBack() {
    return new NeedEvent[] {
      COLLECTED, SORTED, ANALYSED, routed(Route.PROJECT), PLANNED, IN_SERVICE, SERVED, FED_BACK
    };
  }

  private static Function<Need, List<NeedEvent>> by(NeedCommand command) {
    return need -> need.decide(NEED, command);
  }
}
