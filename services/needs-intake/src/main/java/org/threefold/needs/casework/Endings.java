package org.threefold.needs.casework;

import java.util.Objects;
import org.springframework.stereotype.Service;
import org.threefold.events.CaseId;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Deadlines;
import org.threefold.messaging.Versioned;
import org.threefold.needs.casework.CaseCommand.LetTimePass;
import org.threefold.needs.casework.CaseCommand.NoteNeedTold;
import org.threefold.needs.need.Needs;

/**
 * Tells a need that its case is over. The case is closed first, in a write of its own; what breaks
 * off after it is taken up again when the case is due.
 */
@Service
class Endings {

  private final Cases cases;
  private final Needs needs;

  Endings(Cases cases, Needs needs, Deadlines deadlines) {
    this.cases = cases;
    this.needs = needs;
    deadlines.watch(cases.all(), this::letTimePass);
  }

  private void letTimePass(String id, Cause.Due cause) {
    tell(cases.decide(new CaseId(id), new LetTimePass(cause.at()), null, cause), cause);
  }

  /** Tells the need, if it has to be told; the need knows by the case's id what it was told. */
  Versioned<Case> tell(Versioned<Case> found, Cause cause) {
    if (!(found.state() instanceof CaseFile it) || !it.kept().owesTheNeed()) {
      return found;
    }
    needs.endCase(it.need(), it.id(), Objects.requireNonNull(it.end()).meetsTheNeed(), cause);
    return cases.decide(it.id(), new NoteNeedTold(), null, cause);
  }
}
