package org.threefold.needs.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threefold.needs.need.ANeed.NEED;
import static org.threefold.needs.need.ANeed.NOON;
import static org.threefold.needs.need.ANeed.PROJECT;
import static org.threefold.needs.need.ANeed.TIMES;
import static org.threefold.needs.need.ANeed.TODAY;
import static org.threefold.needs.need.ANeed.WMF;
import static org.threefold.needs.need.ANeed.WORKER;
import static org.threefold.needs.need.ANeed.recorded;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.events.DeclineReason;
import org.threefold.events.DeptCode;
import org.threefold.events.DisputeReason;
import org.threefold.events.FeedbackChannel;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent;
import org.threefold.events.NeedEvent.NeedAnalysed;
import org.threefold.events.NeedEvent.NeedDisputed;
import org.threefold.events.NeedEvent.NeedOverdue;
import org.threefold.events.NeedEvent.NeedReferralAnswered;
import org.threefold.events.NeedEvent.NeedReferred;
import org.threefold.events.NeedEvent.NeedReopened;
import org.threefold.events.NeedEvent.NeedServed;
import org.threefold.events.NeedEvent.NeedUnplanned;
import org.threefold.events.NeedStep;
import org.threefold.events.PriorityBand;
import org.threefold.events.ReopenReason;
import org.threefold.events.Route;
import org.threefold.events.UnplanCause;
import org.threefold.needs.need.NeedCommand.AnswerReferral;
import org.threefold.needs.need.NeedCommand.Confirm;
import org.threefold.needs.need.NeedCommand.Decline;
import org.threefold.needs.need.NeedCommand.Dispute;
import org.threefold.needs.need.NeedCommand.GiveFeedback;
import org.threefold.needs.need.NeedCommand.LetTimePass;
import org.threefold.needs.need.NeedCommand.Reopen;
import org.threefold.needs.need.NeedCommand.RouteBy;
import org.threefold.needs.need.NeedCommand.Sort;
import org.threefold.needs.need.NeedCommand.Unplan;

/** A need that goes to a department, is not agreed with, comes back, or is late. */
class GoingOnTest {

  private static final Instant ANSWER_BY = TIMES.end(NeedStep.ANSWER_REFERRAL, NOON);
  private static final String PHONE = "请打 13812345678";

  private Need need = new Need.Unknown();
  private final List<NeedEvent> said = new ArrayList<>();

  private void at(Status status) {
    need = ANeed.after(ANeed.factsTo(status));
  }

  private void does(NeedCommand command) {
    does(command, NOON);
  }

  private void does(NeedCommand command, Instant at) {
    said.clear();
    said.addAll(need.decide(NEED, command));
    for (NeedEvent fact : said) {
      need = need.after(fact);
    }
    need = need.keep(command, said, at, WORKER, TIMES);
  }

  private void refuses(String code, NeedCommand command) {
    assertThatThrownBy(() -> need.decide(NEED, command))
        .isInstanceOfSatisfying(Refused.class, it -> assertThat(it.code()).isEqualTo(code));
  }

  private Status status() {
    return recorded(need).status();
  }

  private static RouteBy refer(boolean known, boolean consent, @Nullable String note) {
    return new RouteBy(Route.REFER, new RouteBy.Handover(WMF, known, consent, note, ANSWER_BY));
  }

  // --- referral

  @Test
  void a_need_is_referred_with_consent_to_a_department_that_takes_part() {
    at(Status.ANALYSED);
    does(refer(true, true, "请妇联跟进"));
    assertThat(said)
        .containsExactly(ANeed.routed(Route.REFER), new NeedReferred(NEED, WMF, ANSWER_BY));
    assertThat(status()).isEqualTo(Status.REFERRED);
    assertThat(need.due()).isEqualTo(ANSWER_BY);
  }

  @Test
  void without_consent_or_department_nothing_is_referred() {
    at(Status.ANALYSED);
    refuses("NEED-017", refer(true, false, null));
    refuses("NEED-017", refer(false, true, null));
    refuses("NEED-017", new RouteBy(Route.REFER, null));
    refuses(
        "NEED-017",
        new RouteBy(Route.PROJECT, new RouteBy.Handover(WMF, true, true, null, ANSWER_BY)));
    refuses("NEED-009", refer(true, true, PHONE));
  }

  @Test
  void a_department_that_met_the_need_has_served_it() {
    at(Status.REFERRED);
    does(new AnswerReferral(WMF, true, "已上门"));
    assertThat(said)
        .containsExactly(new NeedReferralAnswered(NEED, WMF, true), new NeedServed(NEED, null));
    assertThat(status()).isEqualTo(Status.SERVED);
  }

  @Test
  void a_need_that_a_department_does_not_take_is_analysed_anew() {
    at(Status.REFERRED);
    does(new AnswerReferral(WMF, false, "不属本部门职责"));
    assertThat(said).containsExactly(new NeedReferralAnswered(NEED, WMF, false));
    assertThat(status()).isEqualTo(Status.ANALYSED);
    does(new RouteBy(Route.PROJECT, null));
    assertThat(status()).isEqualTo(Status.AWAITING_PROJECT);
  }

  @Test
  void another_department_cannot_answer_for_it() {
    at(Status.REFERRED);
    assertThatThrownBy(() -> need.decide(NEED, new AnswerReferral(new DeptCode("CYL"), true, null)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> need.decide(NEED, new AnswerReferral(null, true, null)))
        .isInstanceOf(NotFound.class);
  }

  // --- dispute and reopening

  @Test
  void who_does_not_agree_is_heard_again() {
    at(Status.FED_BACK);
    does(new Dispute(DisputeReason.PROBLEM_REMAINS, "送餐只来过一次", null));
    assertThat(said)
        .containsExactly(
            new NeedDisputed(NEED, DisputeReason.PROBLEM_REMAINS, PROJECT),
            new NeedReopened(NEED, ReopenReason.DISPUTED));
    assertThat(recorded(need))
        .returns(Status.ANALYSED, Recorded::status)
        .returns(null, Recorded::route)
        .returns(null, Recorded::project)
        .returns(1, Recorded::reopened);
    assertThat(recorded(need).kept().confirmBy()).isNull();
    does(new RouteBy(Route.PROJECT, null));
    assertThat(status()).isEqualTo(Status.AWAITING_PROJECT);
  }

  @Test
  void a_dispute_is_the_residents_own_and_names_nobody() {
    at(Status.FED_BACK);
    assertThatThrownBy(
            () -> need.decide(NEED, new Dispute(DisputeReason.NOT_SERVED, "没有人来", "somebody else")))
        .isInstanceOf(NotFound.class);
    refuses("NEED-009", new Dispute(DisputeReason.NOT_SERVED, PHONE, null));
  }

  @Test
  void what_was_over_is_taken_up_again_within_thirty_days() {
    at(Status.FED_BACK);
    does(new Confirm(4, null));
    Instant last = NOON.plus(Duration.ofDays(30));
    refuses("NEED-018", reopen(ReopenReason.CAME_BACK, last.plusMillis(1)));
    refuses("NEED-001", reopen(ReopenReason.DISPUTED, last));
    does(reopen(ReopenReason.CAME_BACK, last), last);
    assertThat(said).containsExactly(new NeedReopened(NEED, ReopenReason.CAME_BACK));
    assertThat(recorded(need))
        .returns(Status.ANALYSED, Recorded::status)
        .returns(null, Recorded::rating);
  }

  @Test
  void an_appeal_opens_a_declined_need() {
    at(Status.ANALYSED);
    does(new Decline(DeclineReason.OUT_OF_SCOPE, "可向县民政局申诉"));
    assertThat(need.due()).isNull();
    does(reopen(ReopenReason.APPEAL, NOON));
    assertThat(recorded(need))
        .returns(Status.ANALYSED, Recorded::status)
        .returns(null, Recorded::declined);
  }

  private static Reopen reopen(ReopenReason reason, Instant now) {
    return new Reopen(reason, "居民再次反映", now, TIMES.reopenWithin());
  }

  // --- a project that breaks off (X7)

  @Test
  void residents_of_a_broken_off_project_weigh_more() {
    at(Status.IN_SERVICE);
    does(new Unplan(PROJECT, UnplanCause.PROJECT_TERMINATED));
    assertThat(said)
        .containsExactly(
            new NeedAnalysed(NEED, 4, 1, 60, 4, 29, PriorityBand.B),
            new NeedUnplanned(NEED, PROJECT, UnplanCause.PROJECT_TERMINATED));
    assertThat(status()).isEqualTo(Status.AWAITING_PROJECT);
    assertThat(need.due()).isEqualTo(NOON.plus(Duration.ofDays(60)));
  }

  @Test
  void a_cancelled_project_changes_nothing_about_their_weight() {
    at(Status.PLANNED);
    does(new Unplan(PROJECT, UnplanCause.PROJECT_CANCELLED));
    assertThat(said)
        .containsExactly(new NeedUnplanned(NEED, PROJECT, UnplanCause.PROJECT_CANCELLED));
  }

  // --- late

  @Test
  void a_step_that_is_late_is_told_three_times() {
    does(ANeed.collect());
    Instant first = Instant.parse("2026-11-25T16:00:00Z"); // Two working days after Monday.
    assertThat(need.due()).isEqualTo(first);
    does(new LetTimePass(first.minusMillis(1)), first);
    assertThat(said).isEmpty();

    does(new LetTimePass(first.plusSeconds(3600)), first.plusSeconds(3600));
    assertThat(said).containsExactly(new NeedOverdue(NEED, NeedStep.SORT, first, 1, 1));
    Instant second = TIMES.end(NeedStep.SORT, first);
    assertThat(need.due()).isEqualTo(second).isAfter(first);
    does(new LetTimePass(second), second);
    assertThat(said)
        .singleElement()
        .isEqualTo(
            new NeedOverdue(
                NEED, NeedStep.SORT, first, Duration.between(first, second).toHours(), 2));
    Instant third = TIMES.end(NeedStep.SORT, second);
    does(new LetTimePass(third), third);
    assertThat(said).singleElement().matches(it -> ((NeedOverdue) it).level() == 3);
    assertThat(need.due()).isNull();
  }

  @Test
  void a_step_that_is_done_is_late_no_more() {
    does(ANeed.collect());
    does(new Sort(NeedCategory.MEAL_CARE, List.of()));
    assertThat(need.due()).isEqualTo(TIMES.end(NeedStep.ANALYSE, NOON));
  }

  @Test
  void after_feedback_the_resident_has_the_time() {
    at(Status.SERVED);
    Instant confirmBy = NOON.plus(Duration.ofDays(7));
    does(new GiveFeedback(FeedbackChannel.PHONE, TODAY, "已解决", TODAY, confirmBy));
    assertThat(need.due()).isEqualTo(confirmBy);
    assertThat(recorded(need).kept().waiting()).isNull();
  }
}
