package org.threefold.projects.project;

/** How far a project is (domain §3.3.2). */
enum Status {
  INITIATED,
  DESIGNED,
  FUNDING,
  FUNDED,
  UNDER_REVIEW,
  APPROVED,
  CONTRACTED,
  IN_PROGRESS,
  UNDER_ACCEPTANCE,
  ACCEPTED,
  EVALUATED,
  CLOSED,
  REJECTED,
  TERMINATED,
  CANCELLED;

  /** Whether it has ended without meeting its needs. */
  boolean isOver() {
    return this == REJECTED || this == TERMINATED || this == CANCELLED;
  }
}
