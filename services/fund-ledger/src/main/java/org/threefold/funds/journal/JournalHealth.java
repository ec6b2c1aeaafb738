package org.threefold.funds.journal;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether the journal can be written, and how far the rest of the county has heard of it. */
public final class JournalHealth extends AbstractHealthIndicator {

  private final Journal<?, ?, ?> journal;
  private final Publisher publisher;

  /** The health of this journal and its publisher. */
  public JournalHealth(Journal<?, ?, ?> journal, Publisher publisher) {
    this.journal = journal;
    this.publisher = publisher;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    String reason = journal.trouble();
    if (reason == null) {
      builder.up();
    } else {
      builder.down().withDetail("journal", reason);
    }
    builder.withDetail("seq", journal.seq()).withDetail("unpublished", publisher.lag());
    String unsaid = publisher.trouble();
    if (unsaid != null) {
      builder.withDetail("publisher", unsaid);
    }
  }
}
