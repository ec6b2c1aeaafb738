package org.threefold.events;

/** What a project's file must hold (domain §8.11, kind XM). */
public enum ArchiveDocument {
  NEED_BASIS,
  DESIGN,
  FUND_PLAN,
  REVIEW_RECORD,
  CONTRACT,
  MILESTONES,
  COMPLETION,
  ACCEPTANCE,
  EVALUATION_REPORT
}
