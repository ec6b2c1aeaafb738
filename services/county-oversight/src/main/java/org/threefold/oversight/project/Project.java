package org.threefold.oversight.project;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.oversight.place.Where;

/**
 * The row of one project. Each part is folded from one stream alone, so that the row is the same in
 * whatever order topics arrive.
 *
 * @param work from the project's own stream
 * @param money from the ledger's stream of the project
 * @param filedPercent from the archive's stream: how much of the file is there
 * @param changedAt time of the latest fact of any of them
 */
public record Project(
    String project, Where where, Work work, Money money, int filedPercent, Instant changedAt) {

  private static Project unknown(String id) {
    return new Project(id, Where.ofFlow(id), Work.NONE, Money.NONE, 0, Instant.EPOCH);
  }

  static Project orUnknown(@Nullable Project row, String id) {
    return row == null ? unknown(id) : row;
  }

  Project with(Work now, Instant at) {
    return new Project(project, where, now, money, filedPercent, later(at));
  }

  Project with(Money now, Instant at) {
    return new Project(project, where, work, now, filedPercent, later(at));
  }

  Project filed(int percent, Instant at) {
    return new Project(project, where, work, money, percent, later(at));
  }

  /** Where it stands; null while only others have spoken of it. */
  public @Nullable String status() {
    return work.status() == null ? null : work.status().name();
  }

  /** The needs it has taken on. */
  public List<String> needs() {
    return work.needs();
  }

  private Instant later(Instant at) {
    return at.isAfter(changedAt) ? at : changedAt;
  }
}
