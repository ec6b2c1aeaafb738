package org.threefold.stations.archive;

import java.time.LocalDate;
import org.threefold.events.ArchiveDocument;
import org.threefold.events.ProjectId;

/** What can be asked of a project's file. */
sealed interface ArchiveCommand {

  /** Expect a document by a day. */
  record Expect(ProjectId project, ArchiveDocument document, LocalDate due)
      implements ArchiveCommand {}

  /** Put a document in, under a code that nobody else has. */
  record File(Draft draft, ArchiveCode code) implements ArchiveCommand {}

  /**
   * A document that somebody wants filed: the hash of its content, its length, and whether it is
   * signed.
   */
  record Draft(ArchiveDocument document, String title, String sha256, int pages, boolean signed) {}
}
