package org.threefold.funds.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Attributes;
import org.threefold.events.EventCodec;
import org.threefold.events.Stream;
import org.threefold.events.Topic;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Outlet.Outgoing;
import org.threefold.messaging.StaleVersion;
import tools.jackson.databind.json.JsonMapper;

/** All that follows from the entries so far. Belongs to the writer's thread. */
final class Memory<B extends Book<C, H>, C, H> implements Standing<B> {

  /** The part of a snapshot that is the journal's own. */
  private record Picture(
      long seq,
      String hash,
      SortedMap<String, Long> accounts,
      SortedMap<String, Long> heard,
      SortedMap<String, Long> versions,
      List<Keys.Used> keys) {}

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final B book;
  private final Accounts accounts;
  private final Map<String, Long> heard;
  private final Map<String, Long> versions;
  private final Keys keys;
  private long seq;
  private String hash;

  private Memory(B book, Picture picture) {
    this.book = book;
    this.accounts = Accounts.of(picture.accounts);
    this.heard = new HashMap<>(picture.heard);
    this.versions = new HashMap<>(picture.versions);
    this.keys = Keys.of(picture.keys);
    this.seq = picture.seq;
    this.hash = picture.hash;
  }

  /** The beginning. */
  static <B extends Book<C, H>, C, H> Memory<B, C, H> empty(Books<B> books) {
    return new Memory<>(
        books.open(null),
        new Picture(
            0, Chain.GENESIS, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of()));
  }

  static <B extends Book<C, H>, C, H> Memory<B, C, H> of(Snapshot snapshot, Books<B> books) {
    return new Memory<>(
        books.open(snapshot.book()), JSON.readValue(snapshot.journal(), Picture.class));
  }

  Snapshot snapshot() {
    var picture =
        new Picture(
            seq,
            hash,
            accounts.standing(),
            new TreeMap<>(heard),
            new TreeMap<>(versions),
            keys.all());
    return new Snapshot(seq, hash, JSON.writeValueAsBytes(picture), book.save());
  }

  @Override
  public B book() {
    return book;
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }

  @Override
  public long version(Stream stream) {
    return versions.getOrDefault(stream.toString(), 0L);
  }

  @Override
  public long seq() {
    return seq;
  }

  @Override
  public String hash() {
    return hash;
  }

  /** What came of this cause, if it was decided before. */
  Optional<String> known(Cause cause) {
    return switch (cause) {
      case Cause.Keyed it -> keys.find(it.key(), it.bodyHash());
      case Cause.Heard it ->
          it.version() <= heard.getOrDefault(it.stream().toString(), 0L)
              ? Optional.of("")
              : Optional.empty();
      case Cause.Due _ -> Optional.empty();
    };
  }

  /** Refuses a command that was made for another version. */
  void mustBeCurrent(C command, Cause cause) {
    Stream subject = book.subject(command);
    if (cause instanceof Cause.Asked asked
        && asked.expectedVersion() != null
        && subject != null
        && version(subject) != asked.expectedVersion()) {
      throw new StaleVersion("The version is " + version(subject));
    }
  }

  /** The outcome as it will be stored; changes nothing yet. */
  Decided decided(Outcome<H> outcome, Cause cause, String service) {
    Instant at = cause.at().truncatedTo(ChronoUnit.MILLIS);
    Map<Stream, Long> next = new HashMap<>();
    List<Outgoing> facts = new ArrayList<>(outcome.sayings().size());
    for (Saying saying : outcome.sayings()) {
      Stream stream = saying.event().stream();
      long version = next.merge(stream, version(stream) + 1, (before, _) -> before + 1);
      facts.add(
          new Outgoing(
              Topic.of(saying.event()),
              Attributes.of(
                  saying.event(),
                  version,
                  service,
                  at,
                  cause.id(),
                  cause.actor(),
                  saying.division(),
                  cause.traceparent()),
              EventCodec.write(saying.event())));
    }
    List<Noted> changes = outcome.changes().stream().map(book::write).toList();
    @Nullable String key = null;
    @Nullable String bodyHash = null;
    @Nullable String stream = null;
    long version = 0;
    switch (cause) {
      case Cause.Keyed it -> {
        key = it.key();
        bodyHash = it.bodyHash();
      }
      case Cause.Heard it -> {
        stream = it.stream().toString();
        version = it.version();
      }
      case Cause.Due _ -> {} // Nothing to be known again by: what is due is no longer due.
    }
    return new Decided(
        cause.id(),
        at,
        cause.actor(),
        key,
        bodyHash,
        cause.traceparent(),
        stream,
        version,
        outcome.ref(),
        changes,
        outcome.postings(),
        facts);
  }

  /** Folds a decision that was just made. */
  void after(Decided decided, List<H> changes) {
    changes.forEach(book::after);
    decided.postings().forEach(accounts::post);
    for (Outgoing fact : decided.facts()) {
      versions.put(fact.attributes().stream().toString(), fact.attributes().version());
    }
    if (decided.heard() != null) {
      heard.put(decided.heard(), decided.heardVersion());
    }
    if (decided.key() != null) {
      keys.add(
          new Keys.Used(
              decided.key(),
              Objects.requireNonNullElse(decided.bodyHash(), ""),
              decided.at(),
              decided.ref()));
    }
  }

  /** The entry whose decisions are already folded is stored. */
  void stored(Entry entry) {
    seq = entry.seq();
    hash = entry.hash();
  }

  /**
   * Folds an entry as the store has it.
   *
   * @throws JournalBroken if it is not the one that follows
   */
  void replay(Entry entry) {
    Proof.check(entry, seq, hash)
        .ifPresent(fault -> {
          throw new JournalBroken("Entry " + fault.seq() + ": " + fault.reason());
        });
    for (Decided decided : entry.decisions()) {
      after(decided, decided.changes().stream().map(book::read).toList());
    }
    stored(entry);
  }
}
