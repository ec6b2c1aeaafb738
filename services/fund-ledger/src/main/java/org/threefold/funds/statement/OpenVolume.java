package org.threefold.funds.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.threefold.events.Stream;
import org.threefold.funds.journal.Decided;
import org.threefold.funds.journal.Entry;

/**
 * The volume that is being filled. It follows from the entries alone, so every replica, and every
 * later time, makes the same of it.
 */
final class OpenVolume {

  /** A volume is closed at so many entries… */
  static final int MOST_ENTRIES = 1024;

  /** …or when so much stands on its cards, whichever comes first. */
  static final int MOST_TOUCHES = 32_768;

  private static final class OpenCard {
    private final Moves totals = new Moves();
    private final List<Card.Touch> touches = new ArrayList<>();
  }

  private final long number;
  private final long first;
  private final Map<Stream, OpenCard> cards = new LinkedHashMap<>();
  private final long[] times = new long[MOST_ENTRIES];
  private long latest;
  private String hash = "";
  private int entries;
  private int touches;

  private OpenVolume(long number, long first, long latest) {
    this.number = number;
    this.first = first;
    this.latest = latest;
  }

  /** The beginning of the journal. */
  static OpenVolume ofTheBeginning() {
    return new OpenVolume(0, 1, Long.MIN_VALUE);
  }

  /** The volume that follows. */
  static OpenVolume after(Volume before) {
    return new OpenVolume(before.number() + 1, before.last() + 1, before.latest().toEpochMilli());
  }

  /** Files the entry that follows the last. */
  void add(Entry entry) {
    Map<Stream, Moves> moved = new HashMap<>();
    for (Decided decided : entry.decisions()) {
      for (Booked booked : Booked.of(decided)) {
        Move move = Move.of(booked.posting());
        for (Stream subject : booked.subjects()) {
          moved.computeIfAbsent(subject, _ -> new Moves()).add(move);
        }
      }
    }
    moved.forEach((subject, moves) -> {
      OpenCard card = cards.computeIfAbsent(subject, _ -> new OpenCard());
      card.totals.addAll(moves.toList());
      card.touches.add(new Card.Touch(entry.seq(), moves.toList()));
    });
    latest = Math.max(latest, entry.at().toEpochMilli());
    times[entries++] = latest;
    touches += moved.size();
    hash = entry.hash();
  }

  boolean isFull() {
    return entries == MOST_ENTRIES || touches >= MOST_TOUCHES;
  }

  long number() {
    return number;
  }

  long first() {
    return first;
  }

  /** The last entry that is filed. */
  long last() {
    return first + entries - 1;
  }

  /** This volume as it stands. */
  Volume volume() {
    return new Volume(number, first, last(), Instant.ofEpochMilli(latest), hash);
  }

  /** Of each entry the latest time up to it, in ms since 1970. */
  long[] times() {
    return Arrays.copyOf(times, entries);
  }

  /** All cards. */
  List<Card> cards() {
    return cards(cards.keySet());
  }

  /** The cards of these, as far as there are any. */
  List<Card> cards(Collection<Stream> subjects) {
    List<Card> found = new ArrayList<>();
    for (Stream subject : subjects) {
      OpenCard card = cards.get(subject);
      if (card != null) {
        found.add(new Card(subject, number, card.totals.toList(), card.touches));
      }
    }
    return found;
  }
}
