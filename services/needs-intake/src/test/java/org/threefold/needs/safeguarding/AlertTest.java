package org.threefold.needs.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.events.AlertId;
import org.threefold.events.Authority;
import org.threefold.events.SafeguardingEvent;
import org.threefold.events.SafeguardingEvent.SafeguardingAlertRaised;
import org.threefold.events.SafeguardingEvent.SafeguardingReportFiled;
import org.threefold.events.SafeguardingEvent.SafeguardingReportOverdue;
import org.threefold.events.StationId;
import org.threefold.needs.flow.Flows;
import org.threefold.needs.safeguarding.AlertCommand.Close;
import org.threefold.needs.safeguarding.AlertCommand.FileReport;
import org.threefold.needs.safeguarding.AlertCommand.LetTimePass;
import org.threefold.needs.safeguarding.AlertCommand.Raise;

/** Every command in every state of an alert (domain §3.2.4), and each rule both ways. */
class AlertTest {

  private static final AlertId ALERT = new AlertId("SA-1");
  private static final StationId TOWN = new StationId("ST-511523100");
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  private static final Instant LATE = NOON.plus(Duration.ofHours(2));
  private static final Report POLICE = new Report(Authority.POLICE, NOON.plusSeconds(60));
  private static final Report CIVIL = new Report(Authority.CIVIL_AFFAIRS, NOON.plusSeconds(90));
  private static final Report SCHOOL = new Report(Authority.EDUCATION, NOON.plusSeconds(120));

  private static final Raise RAISE = raise(false);
  private static final FileReport REPORT = report(POLICE, CIVIL);
  private static final Close CLOSE = new Close("江公(2026)1号", null);
  private static final List<AlertCommand> COMMANDS =
      List.of(RAISE, REPORT, CLOSE, new LetTimePass(LATE));

  private static final Map<String, AlertStatus> FLOW =
      Flows.on("safeguarding", LocalDate.MAX).orElseThrow().steps().stream()
          .collect(
              Collectors.toMap(
                  it -> it.from() + " " + it.step(), it -> AlertStatus.valueOf(it.to())));

  private static Raise raise(boolean pupil) {
    return new Raise(
        TOWN, Suspicion.NEGLECT, null, pupil, "标记孩子有伤", "worker-1", ALERT.value(), NOON, LATE);
  }

  private static FileReport report(Report... reports) {
    return new FileReport(List.of(reports), "标记已报", LATE);
  }

  private static Alert done(Alert before, AlertCommand command) {
    Alert after = before;
    for (SafeguardingEvent fact : before.decide(ALERT, command)) {
      after = after.after(fact);
    }
    return after.keep(command, NOON, "RM_WORKER@RM-511523100001");
  }

  private static Alert in(AlertStatus status) {
    return switch (status) {
      case RAISED -> done(new Alert.Unknown(), RAISE);
      case REPORTED -> done(in(AlertStatus.RAISED), REPORT);
      case CLOSED -> done(in(AlertStatus.REPORTED), CLOSE);
    };
  }

  private static RaisedAlert raised(Alert it) {
    return (RaisedAlert) it;
  }

  private static void refused(Alert it, AlertCommand command, String code) {
    assertThatThrownBy(() -> it.decide(ALERT, command))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  @Test
  void every_command_is_in_the_list() {
    Set<Class<?>> all =
        Stream.of(AlertCommand.Asked.class, AlertCommand.Silent.class)
            .flatMap(it -> Arrays.stream(it.getPermittedSubclasses()))
            .collect(Collectors.toSet());
    assertThat(COMMANDS.stream().map(Object::getClass)).containsExactlyInAnyOrderElementsOf(all);
  }

  @TestFactory
  Stream<DynamicTest> the_flow_is_what_happens() {
    return Arrays.stream(AlertStatus.values())
        .flatMap(from ->
            COMMANDS.stream()
                .map(command -> {
                  String name = from + " " + command.path();
                  AlertStatus to = FLOW.get(name);
                  return DynamicTest.dynamicTest(
                      name + " → " + (to == null ? "no" : to), () -> check(from, command, to));
                }));
  }

  private static void check(AlertStatus from, AlertCommand command, @Nullable AlertStatus to) {
    Alert it = in(from);
    assertThat(raised(it).status()).isEqualTo(from);
    if (to != null) {
      assertThat(raised(done(it, command)).status()).isEqualTo(to);
    } else if (command instanceof AlertCommand.Silent) {
      assertThat(it.decide(ALERT, command)).isEmpty();
    } else {
      refused(it, command, "NEED-056");
    }
  }

  @Test
  void nothing_is_known_of_an_alert_that_nobody_raised() {
    Alert unknown = new Alert.Unknown();
    assertThat(FLOW).containsEntry("null " + RAISE.path(), raised(done(unknown, RAISE)).status());
    assertThat(unknown.decide(ALERT, RAISE))
        .containsExactly(new SafeguardingAlertRaised(ALERT, TOWN, NOON));
    assertThat(unknown.decide(ALERT, new LetTimePass(LATE))).isEmpty();
    assertThatThrownBy(() -> unknown.decide(ALERT, REPORT)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> unknown.decide(ALERT, CLOSE)).isInstanceOf(NotFound.class);
  }

  @Test
  void police_and_civil_affairs_are_told_and_neither_alone() {
    Alert it = in(AlertStatus.RAISED);
    assertThat(it.decide(ALERT, report(CIVIL, POLICE)))
        .containsExactly(
            new SafeguardingReportFiled(
                ALERT, List.of(Authority.POLICE, Authority.CIVIL_AFFAIRS), CIVIL.at()));
    refused(it, report(POLICE), "NEED-055");
    refused(it, report(CIVIL), "NEED-055");
    refused(it, report(), "NEED-055");
    assertThat(it.decide(ALERT, report(POLICE, CIVIL, SCHOOL))).hasSize(1);
  }

  @Test
  void of_a_pupil_education_is_told_as_well() {
    Alert it = done(new Alert.Unknown(), raise(true));
    refused(it, REPORT, "NEED-055");
    assertThat(it.decide(ALERT, report(POLICE, CIVIL, SCHOOL))).hasSize(1);
  }

  @Test
  void nobody_was_told_before_it_was_raised_or_will_be() {
    Alert it = in(AlertStatus.RAISED);
    refused(
        it, report(POLICE, new Report(Authority.CIVIL_AFFAIRS, NOON.minusMillis(1))), "NEED-031");
    refused(
        it, report(POLICE, new Report(Authority.CIVIL_AFFAIRS, LATE.plusMillis(1))), "NEED-031");
    assertThat(it.decide(ALERT, report(POLICE, new Report(Authority.CIVIL_AFFAIRS, NOON))))
        .hasSize(1);
    assertThat(it.decide(ALERT, report(POLICE, new Report(Authority.CIVIL_AFFAIRS, LATE))))
        .hasSize(1);
  }

  @Test
  void a_late_report_is_told_once_and_may_still_be_filed() {
    Alert it = in(AlertStatus.RAISED);
    assertThat(it.due()).isEqualTo(LATE);
    assertThat(it.decide(ALERT, new LetTimePass(LATE.minusMillis(1)))).isEmpty();
    assertThat(it.decide(ALERT, new LetTimePass(LATE)))
        .containsExactly(new SafeguardingReportOverdue(ALERT, TOWN, LATE));
    Alert told = done(it, new LetTimePass(LATE));
    assertThat(told.due()).isNull();
    assertThat(told.decide(ALERT, new LetTimePass(LATE.plusSeconds(9)))).isEmpty();
    assertThat(told.decide(ALERT, REPORT)).hasSize(1);
  }

  @Test
  void what_was_reported_is_waited_for_no_longer() {
    assertThat(in(AlertStatus.REPORTED).due()).isNull();
    assertThat(in(AlertStatus.CLOSED).due()).isNull();
  }

  @Test
  void no_word_of_it_is_in_any_fact() {
    assertThat(new Alert.Unknown().decide(ALERT, RAISE).toString()).doesNotContain("标记");
    assertThat(in(AlertStatus.RAISED).decide(ALERT, REPORT).toString()).doesNotContain("标记");
    Alert hidden = in(AlertStatus.CLOSED).saying(_ -> "×");
    assertThat(hidden.toString()).doesNotContain("标记").doesNotContain("江公");
  }
}
