package org.threefold.access;

/** The roles of the county (domain §3.7), as they stand in the {@code roles} claim of a token. */
public enum Role {
  RESIDENT,
  RM_WORKER,
  TST_WORKER,
  TST_DEPUTY_OPERATOR,
  TST_DEPUTY_TOWN,
  TST_HEAD,
  SUPERVISOR,
  HUB_MANAGER,
  PURCHASER,
  FINANCE,
  CAB,
  EVALUATOR,
  ARCHIVIST,
  AUDITOR,
  /** The agency that does a project's work ("undertaker" in domain §3.3.2). */
  UNDERTAKER,
  /** The program of a hotline or of a residents' app, known by its key and never by a token. */
  HOTLINE
}
