package org.threefold.projects.work;

import com.mongodb.client.model.IndexOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import org.threefold.events.NeedId;
import org.threefold.events.ProjectId;
import org.threefold.projects.ProjectSettings;

/**
 * Which project is about to bundle a need, so that no two do.
 *
 * <p>A bundle is one project's decision, but a need is in one live project only. So each need is
 * claimed, by one insert that only one project can win, before the project decides. A claim that no
 * bundle followed stands in nobody's way for longer than {@link ProjectSettings#claimKept()}, and
 * that of a project that is over stands in nobody's way at all.
 */
@Component
public class Claims {

  /** What a project makes of a need it has claimed. */
  public enum Hold {
    /** The need is bundled. */
    BUNDLED,
    /** The need may be bundled in a moment. */
    POSSIBLE,
    /** The project is over without it. */
    OVER
  }

  /** One project's claim on one need. */
  @org.springframework.data.mongodb.core.mapping.Document("claims")
  record Claim(@Id String need, @Version @Nullable Long version, ProjectId project, Instant at) {}

  /**
   * What came of claiming.
   *
   * @param refused the first need that is another project's, if one is
   * @param fresh the claims made just now
   */
  public record Taken(Optional<NeedId> refused, List<Fresh> fresh) {}

  /** A claim made just now, which can be given back. */
  public record Fresh(NeedId need, long version) {}

  private final MongoOperations mongo;
  private final ProjectSettings settings;

  Claims(MongoOperations mongo, ProjectSettings settings) {
    this.mongo = mongo;
    this.settings = settings;
    // The embedded server uses an index only for exactly its fields; see decision record 0001.
    mongo
        .getCollection("claims")
        .createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));
  }

  /**
   * Claims the needs for the project, up to the first that cannot be claimed.
   *
   * <p>Everybody claims in the order of the ids, so of those who want the same needs one gets all.
   *
   * @param holds what another project makes of a need it has claimed
   */
  public Taken take(
      ProjectId project,
      List<NeedId> needs,
      Instant at,
      BiFunction<ProjectId, NeedId, Hold> holds) {
    List<Fresh> fresh = new ArrayList<>();
    for (NeedId need : needs.stream().sorted(Comparator.comparing(NeedId::value)).toList()) {
      Claim claim = new Claim(need.value(), null, project, at);
      try {
        fresh.add(fresh(mongo.insert(claim), need));
      } catch (DuplicateKeyException claimed) {
        if (!takeOver(claim, need, holds, fresh)) {
          return new Taken(Optional.of(need), List.copyOf(fresh));
        }
      }
    }
    return new Taken(Optional.empty(), List.copyOf(fresh));
  }

  /** Gives back claims that no bundle followed; one that was renewed meanwhile stays. */
  public void giveBack(ProjectId project, List<Fresh> claims) {
    for (Fresh claim : claims) {
      try {
        mongo.remove(new Claim(claim.need().value(), claim.version(), project, Instant.EPOCH));
      } catch (OptimisticLockingFailureException renewed) {
        // Another request of the project counts on it now.
      }
    }
  }

  private boolean takeOver(
      Claim wanted, NeedId need, BiFunction<ProjectId, NeedId, Hold> holds, List<Fresh> fresh) {
    Claim found = mongo.findById(need.value(), Claim.class);
    if (found == null) {
      return false; // Given back this very moment; who asks again gets it.
    }
    boolean mine = found.project().equals(wanted.project());
    if (!mine && !isFree(found, wanted, holds.apply(found.project(), need))) {
      return false;
    }
    try {
      Claim now =
          mongo.save(new Claim(found.need(), found.version(), wanted.project(), wanted.at()));
      if (!mine) {
        fresh.add(fresh(now, need));
      }
      return true;
    } catch (OptimisticLockingFailureException lost) {
      return false;
    }
  }

  private boolean isFree(Claim found, Claim wanted, Hold hold) {
    return switch (hold) {
      case BUNDLED -> false;
      case OVER -> true;
      case POSSIBLE -> found.at().plus(settings.claimKept()).isBefore(wanted.at());
    };
  }

  private static Fresh fresh(Claim claim, NeedId need) {
    Long version = claim.version();
    return new Fresh(need, version == null ? 0 : version);
  }
}
