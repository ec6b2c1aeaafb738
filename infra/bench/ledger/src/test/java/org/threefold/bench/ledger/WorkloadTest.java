package org.threefold.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.threefold.bench.ledger.Command.Pot;

class WorkloadTest {

  private static final Workload MANY = new Workload("many", 4, 100, 1);
  private static final Workload THREE = new Workload("three", 4, 3, 3);

  @Test
  void a_command_is_found_by_its_project_and_step() {
    for (int turn = 0; turn < 20; turn++) {
      Command command = MANY.command(3, turn);
      assertThat(MANY.command(command.project(), command.step())).isEqualTo(command);
    }
  }

  @Test
  void no_two_commands_have_the_same_number() {
    Set<Long> ids = new HashSet<>();
    for (int client = 0; client < 4; client++) {
      for (int turn = 0; turn < 100; turn++) {
        assertThat(ids.add(MANY.command(client, turn).id())).isTrue();
      }
    }
  }

  @Test
  void a_project_ends_where_it_began() {
    long[] balances = new long[3 * Pot.ALL];
    for (int turn = 0; turn < 3; turn++) {
      Command command = THREE.command(1, turn);
      assertThat(command.funds()).containsExactly(0, 1, 2);
      assertThat(command.fen()).isPositive();
      for (int fund : command.funds()) {
        balances[command.step().from().of(fund)] -= command.fen();
        balances[command.step().to().of(fund)] += command.fen();
      }
    }
    assertThat(balances).containsOnly(0);
  }

  @Test
  void many_funds_are_all_asked() {
    Set<Integer> asked = new HashSet<>();
    for (int turn = 0; turn < 3000; turn++) {
      asked.addAll(MANY.command(0, turn).funds());
    }
    assertThat(asked).hasSize(100);
  }
}
