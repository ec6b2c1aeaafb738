package org.threefold.funds.statement;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threefold.funds.journal.JournalStore;
import org.threefold.funds.ledger.Ledger;

/** Has the cards filed while the service runs. */
@Configuration(proxyBeanMethods = false)
class StatementConfiguration {

  @Bean
  CardStore cardStore(MongoDatabase database) {
    return new CardStore(database);
  }

  @Bean
  Filing filing(JournalStore journal, Ledger ledger, CardStore store, MeterRegistry meters) {
    return new Filing(journal, ledger::seq, store, meters);
  }
}
