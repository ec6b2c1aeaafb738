package org.threefold.funds.journal;

import java.time.Duration;

/**
 * Limits of a journal.
 *
 * @param service who says its facts
 * @param queue so many commands may wait; a further one is refused
 * @param batch so many commands share an entry at most
 * @param batchBytes an entry is closed when it holds this much
 * @param snapshotEvery entries between two snapshots
 * @param unpublished so many entries may wait for the broker; then requests are refused
 * @param look how often an idle journal looks for what is due and for entries of other writers
 */
public record JournalSettings(
    String service,
    int queue,
    int batch,
    int batchBytes,
    int snapshotEvery,
    long unpublished,
    Duration look) {

  /** What a service starts with. */
  public static JournalSettings of(String service) {
    return new JournalSettings(
        service, 8192, 512, 256 * 1024, 10_000, 100_000, Duration.ofMillis(500));
  }

  /** Who decides when nobody asks. */
  String actor() {
    return "SYSTEM@" + service;
  }

  /** The same with another distance of snapshots. */
  public JournalSettings withSnapshotEvery(int entries) {
    return new JournalSettings(service, queue, batch, batchBytes, entries, unpublished, look);
  }
}
