package org.threefold.needs.safeguarding;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.threefold.events.AlertId;
import org.threefold.events.ResidentRef;
import org.threefold.needs.vault.SealedWords;
import org.threefold.needs.vault.SubjectKey;
import org.threefold.needs.vault.Vault;

/**
 * The words of alerts, which are always sealed: with the key of the resident if there is one, so
 * that they end with it, and else with a key of the alert's own.
 */
@Component
class AlertWords {

  private final Vault vault;

  AlertWords(Vault vault) {
    this.vault = vault;
  }

  /** A name that nobody can guess, the same one for the same request. */
  AlertId idFor(String request) {
    return new AlertId("SA-" + vault.reference("alert/" + request));
  }

  /** Whose key seals the words of a new alert; it is made if there is none. */
  String subjectOf(AlertId alert, @Nullable ResidentRef resident) {
    if (resident != null && vault.find(resident.value()).isPresent()) {
      return resident.value();
    }
    vault.keyFor(alert.value());
    return alert.value();
  }

  /** How words are to be kept; empty if the resident was erased meanwhile. */
  UnaryOperator<String> sealing(AlertId alert, String subject) {
    return SealedWords.with(vault.find(subject).orElse(null), placeOf(alert));
  }

  /** How words were; empty if the resident was erased. */
  UnaryOperator<String> opening(AlertId alert, String subject) {
    SubjectKey key = vault.find(subject).orElse(null);
    return words -> SealedWords.are(words) ? SealedWords.open(key, placeOf(alert), words) : "";
  }

  private static String placeOf(AlertId alert) {
    return "alert/" + alert;
  }
}
