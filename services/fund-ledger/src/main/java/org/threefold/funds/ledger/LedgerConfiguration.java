package org.threefold.funds.ledger;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threefold.funds.journal.Journal;
import org.threefold.funds.journal.JournalHealth;
import org.threefold.funds.journal.JournalSettings;
import org.threefold.funds.journal.JournalStore;
import org.threefold.funds.journal.MongoJournalStore;
import org.threefold.funds.journal.Publisher;
import org.threefold.messaging.Outlet;

/** Puts the book of funds on a journal in MongoDB that speaks through the outlet. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Terms.class)
class LedgerConfiguration {

  @Bean
  JournalStore journalStore(MongoDatabase database) {
    return new MongoJournalStore(database);
  }

  @Bean
  Publisher publisher(JournalStore store, Outlet outlet, MeterRegistry meters) {
    return new Publisher(store, outlet, meters);
  }

  @Bean
  Journal<FundBook, LedgerCommand, Change> journal(
      JournalStore store, Publisher publisher, Terms terms, Clock clock, MeterRegistry meters) {
    return new Journal<>(
        store,
        saved -> FundBook.open(terms, saved),
        publisher,
        JournalSettings.of("fund-ledger").withSnapshotEvery(terms.snapshotEvery()),
        clock,
        meters);
  }

  @Bean
  JournalHealth journalHealth(
      Journal<FundBook, LedgerCommand, Change> journal, Publisher publisher) {
    return new JournalHealth(journal, publisher);
  }
}
