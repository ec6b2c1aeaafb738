package org.threefold.evaluations;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a county may set differently.
 *
 * @param indicatorSystem the published system that scores are made by; the reference weights hold
 *     until it is published
 * @param planDays days before the end of a contract by which the final evaluation is due
 * @param appealWorkingDays whole working days to appeal in; 0 lets a result stand at once
 * @param tokenSecret what survey tokens are derived from: at least 16 characters, the same on every
 *     replica, kept secret
 */
@ConfigurationProperties("evaluations")
public record EvaluationSettings(
    @DefaultValue("JA-EVAL") String indicatorSystem,
    @DefaultValue("30") int planDays,
    @DefaultValue("5") int appealWorkingDays,
    String tokenSecret) {

  private static final int SECRET_MIN = 16;

  public EvaluationSettings {
    if (tokenSecret.length() < SECRET_MIN) {
      throw new IllegalArgumentException(
          "evaluations.token-secret needs at least " + SECRET_MIN + " characters");
    }
    if (appealWorkingDays < 0 || planDays < 0) {
      throw new IllegalArgumentException("Days of evaluations.* are not negative");
    }
  }
}
