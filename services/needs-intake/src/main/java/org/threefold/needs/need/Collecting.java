package org.threefold.needs.need;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.threefold.access.Refused;
import org.threefold.events.NeedEvent.NeedCollected;
import org.threefold.events.NeedId;
import org.threefold.needs.PlainWords;
import org.threefold.needs.need.NeedCommand.Collect;

/** The rules for what may be recorded as a need. */
final class Collecting {

  /** Shorter words do not say what somebody needs. */
  static final int TEXT_MIN = 10;

  /** A random UUID, which now and then has the digits of a card and yet says nothing of anybody. */
  private static final Pattern RANDOM_REF =
      Pattern.compile("(?:[A-Za-z]+-)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");

  private Collecting() {}

  static NeedCollected decide(NeedId need, Collect it) {
    mustBeFit(it);
    if (!it.open()) {
      throw new Refused("NEED-002", it.unit());
    }
    mustLieWithin(it.collectedOn(), it.earliest(), it.today());
    return new NeedCollected(
        need,
        it.unit(),
        it.channel(),
        it.resident(),
        it.ageBand(),
        it.groups(),
        it.collectedOn(),
        it.slaDue());
  }

  /**
   * Goes on if the words and groups may stand; looks at nothing but the command.
   *
   * @throws Refused NEED-003, NEED-004, NEED-005, NEED-009
   */
  static void mustBeFit(Collect it) {
    if (it.text().strip().codePointCount(0, it.text().strip().length()) < TEXT_MIN) {
      throw new Refused("NEED-003", TEXT_MIN);
    }
    PlainWords.mustSayNothingOfAPerson("text", it.text());
    if (!RANDOM_REF.matcher(it.resident().value()).matches()) {
      PlainWords.mustSayNothingOfAPerson("residentRef", it.resident().value());
    }
    Groups.mustFit(it.groups(), it.ageBand());
  }

  /**
   * Goes on if the day lies in the term, both ends included.
   *
   * @throws Refused NEED-031
   */
  static void mustLieWithin(LocalDate day, LocalDate first, LocalDate last) {
    if (day.isBefore(first) || day.isAfter(last)) {
      throw new Refused("NEED-031", day, first, last);
    }
  }
}
