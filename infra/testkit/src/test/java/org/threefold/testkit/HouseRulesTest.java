package org.threefold.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Each rule is shown to hold for what is right and to fail for what is wrong. */
class HouseRulesTest {

  private static final JavaClasses WRONG = classesOf("org.threefold.wrong");
  private static final JavaClasses RIGHT = classesOf("org.threefold.right");

  @Test
  void a_package_without_null_marked_is_found() {
    assertFinds(HouseRules.EVERY_PACKAGE_IS_NULL_MARKED, "org.threefold.wrong.unmarked is not");
  }

  @Test
  void an_aggregate_that_asks_time_and_chance_is_found() {
    assertFinds(HouseRules.THE_DOMAIN_ASKS_NEITHER_TIME_NOR_CHANCE, "Instant.now()");
    assertFinds(HouseRules.THE_DOMAIN_ASKS_NEITHER_TIME_NOR_CHANCE, "UUID.randomUUID()");
  }

  @Test
  void a_command_that_knows_spring_and_an_aggregate_that_knows_the_database_are_found() {
    assertFinds(HouseRules.COMMANDS_AND_AGGREGATES_ARE_PLAIN_JAVA, "NeedCommand");
    assertFinds(HouseRules.COMMANDS_AND_AGGREGATES_ARE_PLAIN_JAVA, "org.bson.Document");
  }

  @Test
  void an_injected_field_is_found() {
    assertFinds(HouseRules.NO_FIELD_INJECTION, "Needs.journal");
  }

  @Test
  void a_drawer_is_found() {
    assertFinds(HouseRules.NO_LAYERS_AND_NO_DRAWERS, "org.threefold.wrong.common.Drawer");
  }

  @Test
  void a_service_that_reads_the_books_of_another_is_found() {
    assertFinds(HouseRules.keepsToItself("org.threefold.wrong"), "wrongfunds.journal.Journal");
  }

  @Test
  void features_that_go_round_in_circles_are_found() {
    assertFinds(HouseRules.featuresHaveNoCycles("org.threefold.wrong"), "Slice bed");
  }

  @Test
  void a_sleep_is_found() {
    assertFinds(HouseRules.NO_SLEEP, "Thread.sleep");
  }

  @Test
  void all_rules_together_hold_for_what_is_right_and_fail_for_what_is_wrong() {
    assertThatCode(() -> HouseRules.check("org.threefold.right", RIGHT, RIGHT))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> HouseRules.check("org.threefold.wrong", WRONG, RIGHT))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> HouseRules.check("org.threefold.right", RIGHT, WRONG))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("sleep");
  }

  @Test
  void a_service_without_classes_is_a_misspelt_one() {
    assertThatThrownBy(() -> HouseRules.check("org.threefold.neeeds"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any classes");
  }

  @Test
  void the_testkit_keeps_the_rules_that_concern_it() {
    var own = classesOf("org.threefold.testkit");
    HouseRules.NO_SLEEP.check(own);
    HouseRules.EVERY_PACKAGE_IS_NULL_MARKED.check(own);
    HouseRules.NO_LAYERS_AND_NO_DRAWERS.check(own);
    HouseRules.keepsToItself("org.threefold.testkit").check(own);
  }

  private static void assertFinds(ArchRule rule, String violation) {
    assertThatCode(() -> rule.check(RIGHT)).doesNotThrowAnyException();
    assertThat(rule.evaluate(WRONG).getFailureReport().toString()).contains(violation);
  }

  private static JavaClasses classesOf(String service) {
    return new ClassFileImporter().importPackages(service);
  }
}
