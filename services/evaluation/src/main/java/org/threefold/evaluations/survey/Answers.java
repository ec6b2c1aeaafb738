package org.threefold.evaluations.survey;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import org.threefold.access.Refused;
import org.threefold.events.EvaluationId;
import org.threefold.messaging.Cause;

/**
 * Counts the answers of each survey in one document, so that an answer is counted once or refused,
 * and never after the count was taken.
 *
 * <p>Only the counts are kept and which tokens have been used: nobody can tell who said what. No
 * answer is a fact for others; the count is, when the survey closes.
 */
@Component
public class Answers {

  /**
   * A used token and a mark of the request that used it, by which the same request is known again.
   */
  record Used(int number, String mark) {}

  @Document("answers")
  record Sheet(@Id String evaluation, boolean open, List<Used> used, Tally tally) {}

  /** What a beneficiary says; each question 1 to 5. */
  public record Answer(int overall, int gain, int happiness, int security, int recommend) {}

  private final MongoOperations mongo;

  Answers(MongoOperations mongo) {
    this.mongo = mongo;
  }

  /**
   * Counts an answer given with a token.
   *
   * @throws Refused EVAL-011 if the token has been used, EVAL-033 if the count was taken already
   */
  public void count(EvaluationId evaluation, int token, Answer answer, Cause.Asked cause) {
    ensure(evaluation);
    String mark = mark(cause);
    var query =
        Query.query(
            where("_id").is(evaluation.value()).and("open").is(true).and("used.number").ne(token));
    Update update =
        new Update()
            .push("used", new Used(token, mark))
            .inc("tally.overall." + (answer.overall() - 1), 1)
            .inc("tally.gain." + (answer.gain() - 1), 1)
            .inc("tally.happiness." + (answer.happiness() - 1), 1)
            .inc("tally.security." + (answer.security() - 1), 1)
            .inc("tally.recommend." + (answer.recommend() - 1), 1);
    if (mongo.updateFirst(query, update, Sheet.class).getModifiedCount() == 1) {
      return;
    }
    Sheet sheet = sheet(evaluation);
    for (Used used : sheet.used()) {
      if (used.number() == token) {
        if (used.mark().equals(mark)) {
          return;
        }
        throw new Refused("EVAL-011");
      }
    }
    throw new Refused("EVAL-033", evaluation);
  }

  /** The count so far. */
  public Tally soFar(EvaluationId evaluation) {
    Sheet sheet = mongo.findById(evaluation.value(), Sheet.class);
    return sheet == null ? Tally.NONE : sheet.tally();
  }

  /** Takes the count; no answer is counted any more. */
  public Tally take(EvaluationId evaluation) {
    ensure(evaluation);
    Sheet sheet =
        mongo.findAndModify(
            Query.query(where("_id").is(evaluation.value())),
            Update.update("open", false),
            FindAndModifyOptions.options().returnNew(true),
            Sheet.class);
    return Objects.requireNonNull(sheet).tally();
  }

  private Sheet sheet(EvaluationId evaluation) {
    return Objects.requireNonNull(mongo.findById(evaluation.value(), Sheet.class));
  }

  private void ensure(EvaluationId evaluation) {
    if (mongo.exists(Query.query(where("_id").is(evaluation.value())), Sheet.class)) {
      return;
    }
    try {
      mongo.insert(new Sheet(evaluation.value(), true, List.of(), Tally.NONE));
    } catch (DuplicateKeyException alreadyThere) {
      // Somebody else answered first.
    }
  }

  /** Says which request it was, and not whose. */
  private static String mark(Cause.Asked cause) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((cause.key() + "\n" + cause.bodyHash()).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
