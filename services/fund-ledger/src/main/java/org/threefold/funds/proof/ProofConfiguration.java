package org.threefold.funds.proof;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threefold.funds.journal.JournalStore;
import org.threefold.funds.ledger.Ledger;

/** Has the journal checked while the service runs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProofSettings.class)
class ProofConfiguration {

  @Bean
  BookmarkStore bookmarkStore(MongoDatabase database) {
    return new BookmarkStore(database);
  }

  @Bean
  Prover prover(
      JournalStore journal,
      Ledger ledger,
      BookmarkStore bookmarks,
      ProofSettings settings,
      Clock clock,
      MeterRegistry meters) {
    return new Prover(journal, ledger, bookmarks, settings, clock, meters);
  }

  @Bean
  ProofHealth journalProof(Prover prover) {
    return new ProofHealth(prover);
  }
}
