package org.threefold.evaluations.survey;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.threefold.evaluations.EvaluationSettings;
import org.threefold.events.EvaluationId;

/**
 * One token for each beneficiary of a survey: a number and what only the holder of the secret can
 * derive from it.
 *
 * <p>Nothing is stored: whom a token was handed to is known to the room that did it, and what was
 * answered with it is known to nobody.
 */
@Component
public class Tokens {

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})-([0-9a-f]{20})");
  private static final int PROOF_CHARS = 20;

  private final SecretKeySpec secret;

  Tokens(EvaluationSettings settings) {
    this.secret =
        new SecretKeySpec(settings.tokenSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /** The tokens after a number, in the order of their numbers. */
  public List<String> list(EvaluationId evaluation, int population, int after, int limit) {
    return IntStream.rangeClosed(after + 1, (int) Math.min(population, (long) after + limit))
        .mapToObj(number -> number + "-" + proof(evaluation, number))
        .toList();
  }

  /** The number of a token of this survey; empty for any other text. */
  public OptionalInt numberOf(EvaluationId evaluation, int population, String token) {
    Matcher parts = FORM.matcher(token);
    if (!parts.matches()) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(parts.group(1));
    boolean proven =
        MessageDigest.isEqual(
            proof(evaluation, number).getBytes(StandardCharsets.US_ASCII),
            parts.group(2).getBytes(StandardCharsets.US_ASCII));
    return proven && number <= population ? OptionalInt.of(number) : OptionalInt.empty();
  }

  private String proof(EvaluationId evaluation, int number) {
    try {
      Mac mac = Mac.getInstance(secret.getAlgorithm());
      mac.init(secret);
      byte[] proof = mac.doFinal((evaluation + "|" + number).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(proof).substring(0, PROOF_CHARS);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
    }
  }
}
