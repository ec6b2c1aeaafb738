package org.threefold.funds;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the fund ledger. */
@SpringBootApplication
public class FundLedgerApplication {

  /** Runs on its own, with the settings of {@code fund-ledger.yml}. */
  public static void main(String[] args) {
    new SpringApplicationBuilder(FundLedgerApplication.class)
        .properties("spring.config.name=fund-ledger")
        .run(args);
  }
}
