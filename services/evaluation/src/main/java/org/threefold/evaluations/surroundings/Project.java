package org.threefold.evaluations.surroundings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.threefold.events.DeptCode;
import org.threefold.events.OperatorId;
import org.threefold.events.StationId;

/** What evaluation knows of a project: who is party to it, and how far it is. */
public record Project(
    @Nullable StationId owner,
    @Nullable DeptCode purchaser,
    @Nullable OperatorId undertaker,
    @Nullable LocalDate contractEnd,
    @Nullable LocalDate startedOn,
    boolean accepted) {

  static final Project UNHEARD = new Project(null, null, null, null, null, false);

  Project initiated(StationId by, DeptCode dept) {
    return new Project(by, dept, undertaker, contractEnd, startedOn, accepted);
  }

  Project contracted(OperatorId agency, DeptCode dept, LocalDate end) {
    return new Project(owner, dept, agency, end, startedOn, accepted);
  }

  Project started(LocalDate day) {
    return new Project(owner, purchaser, undertaker, contractEnd, day, accepted);
  }

  Project acceptancePassed() {
    return new Project(owner, purchaser, undertaker, contractEnd, startedOn, true);
  }
}
