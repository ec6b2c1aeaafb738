package org.threefold.projects.activity;

import java.util.List;
import org.threefold.events.ProjectEvent.OfActivity;

/** Facts, or the rules that are broken; neither, if what was said is known already. */
record Judgement(List<OfActivity> facts, List<Finding> findings) {

  static final Judgement KNOWN = new Judgement(List.of(), List.of());

  /** The fact, if no rule is broken. */
  static Judgement of(List<Finding> findings, OfActivity fact) {
    return findings.isEmpty() ? new Judgement(List.of(fact), findings) : broken(findings);
  }

  static Judgement broken(List<Finding> findings) {
    return new Judgement(List.of(), findings);
  }
}
