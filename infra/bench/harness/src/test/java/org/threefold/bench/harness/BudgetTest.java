package org.threefold.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final String HEAD = "row,metric,value,unit,note";

  private static Budget named(String beginning) {
    return Budget.ALL.stream()
        .filter(budget -> budget.what().startsWith(beginning))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void what_is_within_is_met_and_what_is_not_is_missed() {
    Budget hop = named("one hop against the floor, throughput");
    assertThat(hop.verdict(Outcome.of(List.of(HEAD, "w1.floor,ratio throughput,0.600,x,n"))))
        .isEqualTo("met");
    assertThat(hop.verdict(Outcome.of(List.of(HEAD, "w1.floor,ratio throughput,0.599,x,n"))))
        .isEqualTo("**missed**");
    Budget start = named("start of a county");
    assertThat(start.verdict(Outcome.of(List.of(HEAD, "start.first,start,30.0,s,n"))))
        .isEqualTo("met");
    assertThat(start.verdict(Outcome.of(List.of(HEAD, "start.first,start,30.1,s,n"))))
        .isEqualTo("**missed**");
  }

  @Test
  void what_failed_or_was_not_measured_is_not_met() {
    Budget hop = named("one hop against the floor, throughput");
    assertThat(hop.verdict(Outcome.of(List.of(HEAD)))).isEqualTo("not measured");
    assertThat(hop.verdict(Outcome.of(List.of(HEAD, "w1.floor,ratio throughput,FAILED,x,n"))))
        .isEqualTo("not measured");
  }

  @Test
  void a_ratio_of_two_rows_needs_both() {
    Budget flat = named("the same against empty");
    String empty = "needs.0,declined lives,200.0,/s,n";
    String full = "needs.100000,declined lives,170.0,/s,n";
    assertThat(flat.verdict(Outcome.of(List.of(HEAD, empty)))).isEqualTo("not measured");
    assertThat(flat.verdict(Outcome.of(List.of(HEAD, empty, full)))).isEqualTo("**missed**");
    assertThat(flat.line(Outcome.of(List.of(HEAD, empty, full)))).contains("0.85");
  }
}
