package org.threefold.funds.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands on accounts, and that all of it together is nothing. */
class AccountsTest {

  @Test
  void the_trial_balance_is_zero_whatever_stands_on_each_account() {
    Accounts accounts = new Accounts();
    for (String fund : "a b c d".split(" ", -1)) {
      accounts.post(new Posting(fund + "/from", fund + "/to", new Money(Long.MAX_VALUE)));
    }
    assertThat(accounts.trialBalance()).isZero();
  }

  @Test
  void the_trial_balance_says_by_how_much_books_are_wrong() {
    assertThat(Accounts.of(Map.of("from", -5L, "to", 3L)).trialBalance()).isEqualTo(-2);
  }
}
