package org.threefold.needs.resident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.events.AgeBand;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.messaging.KeyReused;
import org.threefold.messaging.StaleVersion;

/** A resident as the store has one: without the key, nothing here says who it is. */
sealed interface Resident {

  /** So many requests are remembered, so that a repeated one is not done again. */
  int MAX_ASKED = 8;

  /**
   * A request that was done.
   *
   * @param body the fingerprint of what was asked; a plain hash of it could be found out by trying
   */
  record Asked(String key, String body) {}

  ResidentRef ref();

  /** How often it was written; what the next write must find. */
  long rev();

  /** The unit that registered the resident. */
  StationId unit();

  List<Asked> asked();

  /**
   * Whether the request was done before.
   *
   * @throws KeyReused if its key was, with something else
   */
  default boolean knows(Asked request) {
    for (Asked done : asked()) {
      if (done.key().equals(request.key())) {
        if (!done.body().equals(request.body())) {
          throw new KeyReused("The key was used here for another body");
        }
        return true;
      }
    }
    return false;
  }

  /**
   * The resident, if it is still kept who it is.
   *
   * @throws Refused NEED-028 otherwise
   */
  default Registered kept() {
    return switch (this) {
      case Registered it -> it;
      case Erased it -> throw new Refused("NEED-028", it.ref());
    };
  }

  /**
   * Goes on if this is the version the request was made for, or it was made for any.
   *
   * @throws StaleVersion otherwise
   */
  default void mustBe(@Nullable Long expectedVersion) {
    if (expectedVersion != null && expectedVersion != rev()) {
      throw new StaleVersion("The version is " + rev());
    }
  }

  /**
   * Somebody of whom it is kept who it is.
   *
   * @param fields sealed with the resident's key
   * @param idHash stands for the identity number, to find the resident by it
   * @param phoneHash stands for the phone number
   */
  record Registered(
      ResidentRef ref,
      long rev,
      StationId unit,
      AgeBand ageBand,
      Map<Field, String> fields,
      @Nullable String idHash,
      @Nullable String phoneHash,
      List<Asked> asked)
      implements Resident {

    public Registered {
      fields = Map.copyOf(fields);
      asked = List.copyOf(asked);
    }

    /** The resident after other fields were told. */
    Registered corrected(
        AgeBand band,
        Map<Field, String> sealed,
        @Nullable String newIdHash,
        @Nullable String newPhoneHash,
        Asked request) {
      return new Registered(
          ref, rev + 1, unit, band, sealed, newIdHash, newPhoneHash, with(asked, request));
    }

    /** What is left when it is no longer kept who it is. */
    Erased erased(Instant at, String who, String actor, ErasureReason why, Asked request) {
      return new Erased(ref, rev + 1, unit, at, who, actor, why, with(asked, request));
    }

    /** These fields in place of those, for a map that is changed. */
    static Map<Field, String> merged(
        Map<Field, String> old, Map<Field, String> told, List<Field> removed) {
      Map<Field, String> merged = new EnumMap<>(Field.class);
      merged.putAll(old);
      merged.putAll(told);
      merged.keySet().removeAll(removed);
      return merged;
    }

    @Override
    public String toString() {
      return ref + "***";
    }
  }

  /** Somebody of whom nothing is kept but that there was somebody. */
  record Erased(
      ResidentRef ref,
      long rev,
      StationId unit,
      Instant at,
      String who,
      String actor,
      ErasureReason why,
      List<Asked> asked)
      implements Resident {

    public Erased {
      asked = List.copyOf(asked);
    }
  }

  private static List<Asked> with(List<Asked> asked, Asked request) {
    List<Asked> all = new ArrayList<>(asked);
    all.add(request);
    return List.copyOf(all.subList(Math.max(0, all.size() - MAX_ASKED), all.size()));
  }
}
