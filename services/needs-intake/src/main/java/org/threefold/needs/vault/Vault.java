package org.threefold.needs.vault;

import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.stereotype.Service;
import org.threefold.needs.vault.WrappedKeys.Wrapped;

/**
 * One key for each resident, wrapped by a master key. Destroying the key makes unreadable whatever
 * was sealed with it, wherever a copy may lie; see decision record 0007 for what that rests on.
 *
 * <p>Keys are unwrapped for each use and never remembered, so that no process can still open what
 * another has destroyed the key of.
 */
@Service
public class Vault {

  /** So many keys are wrapped anew between two looks for more. */
  private static final int ROUND = 500;

  private final WrappedKeys store;
  private final KeyFile file;
  private final Sealing sealing;
  private final Fingerprints fingerprints;

  Vault(WrappedKeys store, KeyFile file, Sealing sealing) {
    this.store = store;
    this.file = file;
    this.sealing = sealing;
    this.fingerprints = new Fingerprints(file.keys().index());
  }

  /** The key of the subject, which is made if there is none. */
  public SubjectKey keyFor(String subject) {
    return unwrapped(
        store
            .find(subject)
            .orElseGet(() -> store.add(wrapped(subject, sealing.newKey(), file.keys()))));
  }

  /** The key of the subject, unless there never was one or it was destroyed. */
  public Optional<SubjectKey> find(String subject) {
    return store.find(subject).map(this::unwrapped);
  }

  /** The keys of those of the subjects that have one. At most 1000. */
  public Map<String, SubjectKey> findAll(Collection<String> subjects) {
    Map<String, SubjectKey> found = new HashMap<>();
    store.findAll(subjects).forEach(it -> found.put(it.subject(), unwrapped(it)));
    return found;
  }

  /** Destroys the key of the subject, if there is one. */
  public void destroy(String subject) {
    store.remove(subject);
  }

  /** What stands for a value that may be looked for, and cannot be turned back into it. */
  public String fingerprint(String kind, String value) {
    return fingerprints.of(kind, value);
  }

  /** A reference that nobody can guess, the same one for the same request. */
  public String reference(String request) {
    return fingerprints.reference(request);
  }

  /**
   * Wraps every key anew that the current master key of the file has not wrapped. Afterwards the
   * others may be taken out of the file; what they have wrapped and is still lying about somewhere,
   * the keys of erased residents above all, is then lost for good.
   *
   * @return how many were wrapped anew
   */
  int wrapAnew() {
    MasterKeys keys = file.readAgain();
    int done = 0;
    while (true) {
      Collection<Wrapped> others = store.notWrappedBy(keys.current(), ROUND);
      if (others.isEmpty()) {
        return done;
      }
      for (Wrapped it : others) {
        store.replace(it, wrapped(it.subject(), unwrap(it), keys));
        done++;
      }
    }
  }

  /** How many keys each master key has wrapped. */
  SortedMap<String, Long> counts() {
    return store.counts();
  }

  private Wrapped wrapped(String subject, byte[] key, MasterKeys with) {
    byte[] master = with.wrapping(with.current());
    if (master == null) {
      throw new IllegalStateException("The current master key is always there");
    }
    byte[] sealed = sealing.seal(master, key, placeOf(subject, with.current()));
    return new Wrapped(subject, with.current(), Base64.getEncoder().encodeToString(sealed));
  }

  private SubjectKey unwrapped(Wrapped it) {
    return new SubjectKey(sealing, it.subject(), unwrap(it));
  }

  private byte[] unwrap(Wrapped it) {
    byte[] master = file.wrapping(it.by());
    if (master == null) {
      throw new Unreadable("The master key " + it.by() + " is not in the file", null);
    }
    return sealing.open(
        master, Base64.getDecoder().decode(it.key()), placeOf(it.subject(), it.by()));
  }

  private static String placeOf(String subject, String masterKey) {
    return "key of " + subject + " by " + masterKey;
  }
}
