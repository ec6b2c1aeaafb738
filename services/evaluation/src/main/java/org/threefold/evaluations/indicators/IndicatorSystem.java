package org.threefold.evaluations.indicators;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.events.EvaluationEvent.IndicatorSystemPublished;

/**
 * The weights the county has published, version after version; none is ever changed.
 *
 * @param system null until something is published
 */
record IndicatorSystem(@Nullable String system, List<Version> versions) {

  static final IndicatorSystem NONE = new IndicatorSystem(null, List.of());

  /** Weights that apply from a day on. */
  record Version(
      int version,
      String formula,
      int residentWeight,
      int thirdPartyWeight,
      int governmentWeight,
      LocalDate effectiveFrom) {}

  /** What can be asked of it. */
  record Publish(
      String system,
      int residentWeight,
      int thirdPartyWeight,
      int governmentWeight,
      LocalDate effectiveFrom) {}

  List<IndicatorSystemPublished> decide(Publish it) {
    boolean negative =
        it.residentWeight() < 0 || it.thirdPartyWeight() < 0 || it.governmentWeight() < 0;
    int sum = it.residentWeight() + it.thirdPartyWeight() + it.governmentWeight();
    if (negative || sum != 100) {
      throw new Refused("EVAL-001", sum);
    }
    var formula = new Formula(it.residentWeight(), it.thirdPartyWeight(), it.governmentWeight());
    return List.of(
        new IndicatorSystemPublished(
            it.system(),
            versions.size() + 1,
            formula.id(),
            it.residentWeight(),
            it.thirdPartyWeight(),
            it.governmentWeight(),
            it.effectiveFrom()));
  }

  IndicatorSystem after(IndicatorSystemPublished it) {
    var version =
        new Version(
            it.version(),
            it.formula(),
            it.residentWeight(),
            it.thirdPartyWeight(),
            it.governmentWeight(),
            it.effectiveFrom());
    return new IndicatorSystem(
        it.system(), Stream.concat(versions.stream(), Stream.of(version)).toList());
  }

  /** The newest of the versions that apply on the day. */
  Optional<Formula> on(LocalDate day) {
    return versions.stream()
        .filter(it -> !it.effectiveFrom().isAfter(day))
        .max(Comparator.comparingInt(Version::version))
        .map(it -> new Formula(it.residentWeight(), it.thirdPartyWeight(), it.governmentWeight()));
  }
}
