package org.threefold.access.tokens;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's public keys, fetched when the first token comes and kept while the issuer is down.
 *
 * <p>Tokens with unknown keys cannot make it ask the issuer more often than every {@link #PAUSE}.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

  /** Known keys are asked for again after this, so that a withdrawn key is forgotten. */
  static final Duration FRESH = Duration.ofMinutes(5);

  /** An unknown key makes us look for a rotated set this often at most. */
  static final Duration PAUSE = Duration.ofSeconds(30);

  /** Without any keys nobody can do anything, so the issuer is asked sooner. */
  static final Duration IMPATIENCE = Duration.ofSeconds(1);

  private static final int TIMEOUT_MS = 2_000;
  private static final int LARGEST_SET_BYTES = 100_000;

  /** There are no keys to check any token with; no fault of the caller. */
  static final class Unavailable extends KeySourceException {
    private static final long serialVersionUID = 1L;

    Unavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * What is known.
   *
   * @param keys the last set that could be read, if any
   * @param triedNanos when the issuer was last asked, by the clock that only goes forward
   */
  private record Known(@Nullable JWKSet keys, long triedNanos) {}

  private static final Logger log = LoggerFactory.getLogger(IssuerKeys.class);

  private final URI uri;
  private final LongSupplier nanos;
  private final ResourceRetriever retriever =
      new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, LARGEST_SET_BYTES);
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Known known;

  IssuerKeys(URI uri) {
    this(uri, System::nanoTime);
  }

  /** With another clock, so that tests need not wait. */
  IssuerKeys(URI uri, LongSupplier nanos) {
    this.uri = uri;
    this.nanos = nanos;
  }

  @Override
  public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context)
      throws KeySourceException {
    Known now = known;
    JWKSet keys = now == null ? null : now.keys();
    if (now == null || keys == null || older(now, FRESH)) {
      keys = renewed(now);
    }
    List<JWK> found = wanted.select(keys);
    if (found.isEmpty() && now != null && older(now, PAUSE)) {
      found = wanted.select(renewed(now));
    }
    return found;
  }

  /** The newest keys that can be had; one caller asks the issuer, the others wait a little. */
  private JWKSet renewed(@Nullable Known stale) throws Unavailable {
    boolean locked = false;
    try {
      locked = asking.tryLock(2L * TIMEOUT_MS, TimeUnit.MILLISECONDS);
      Known now = known;
      boolean somebodyElseDid = now != null && !now.equals(stale);
      if (locked && !somebodyElseDid && (now == null || older(now, IMPATIENCE))) {
        now = fetched(now);
        known = now;
      }
      JWKSet keys = now == null ? null : now.keys();
      if (keys == null) {
        throw new Unavailable("The issuer has not told its keys", null);
      }
      return keys;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Unavailable("Stopped while waiting for keys", stopping);
    } finally {
      if (locked) {
        asking.unlock();
      }
    }
  }

  private Known fetched(@Nullable Known before) {
    JWKSet keys;
    try {
      keys = JWKSet.parse(retriever.retrieveResource(uri.toURL()).getContent());
    } catch (IOException | ParseException down) {
      log.warn("The keys at {} cannot be read: {}", uri, down.getMessage());
      keys = before == null ? null : before.keys();
    }
    return new Known(keys, nanos.getAsLong());
  }

  private boolean older(Known it, Duration age) {
    return nanos.getAsLong() - it.triedNanos() > age.toNanos();
  }
}
