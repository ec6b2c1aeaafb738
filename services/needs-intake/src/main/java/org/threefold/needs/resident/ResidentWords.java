package org.threefold.needs.resident;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.threefold.events.ResidentRef;
import org.threefold.needs.vault.SealedWords;
import org.threefold.needs.vault.SubjectKey;
import org.threefold.needs.vault.Vault;

/**
 * Words that somebody said or wrote of a resident, in a need or elsewhere: sealed with the
 * resident's key, so that they end with it. Words of somebody who was never registered stand as
 * they are; of somebody who was erased there are none.
 */
@Service
public class ResidentWords {

  private final Residents residents;
  private final Vault vault;

  ResidentWords(Residents residents, Vault vault) {
    this.residents = residents;
    this.vault = vault;
  }

  /**
   * How words of this resident are to be kept; words that are sealed already stay as they are.
   *
   * @param place where they will stand, for instance {@code need/N-…}
   */
  public UnaryOperator<String> sealing(ResidentRef ref, String place) {
    Optional<Boolean> kept = residents.isKept(ref);
    if (kept.isEmpty()) {
      return words -> words;
    }
    SubjectKey key = kept.get() ? vault.find(ref.value()).orElse(null) : null;
    return SealedWords.with(key, place);
  }

  /** What opens the words of these residents, at most 1000. */
  public Opening opening(Collection<ResidentRef> refs) {
    List<String> subjects = refs.stream().map(ResidentRef::value).distinct().toList();
    return new Opening(() -> vault.findAll(subjects));
  }

  /**
   * The keys of some residents, for as long as it takes to show some words; looked for when the
   * first of them is sealed. For one thread.
   */
  public static final class Opening {

    private final Supplier<Map<String, SubjectKey>> finding;
    private @Nullable Map<String, SubjectKey> keys;

    private Opening(Supplier<Map<String, SubjectKey>> finding) {
      this.finding = finding;
    }

    /** The words as they were said; empty if the resident was erased. */
    public String open(ResidentRef ref, String place, String words) {
      if (!SealedWords.are(words)) {
        return words;
      }
      if (keys == null) {
        keys = finding.get();
      }
      return SealedWords.open(keys.get(ref.value()), place, words);
    }
  }
}
