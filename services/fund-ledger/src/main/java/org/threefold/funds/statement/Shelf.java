package org.threefold.funds.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.threefold.messaging.Busy;

/**
 * The cards of one selection, for one question: totals of every closed volume, whole cards of those
 * that are asked about.
 */
final class Shelf {

  /** The volume that was open when the question was asked. */
  record Part(long number, long first, long[] times, List<Card> cards) {

    static Part of(OpenVolume open, Selection selection) {
      return new Part(open.number(), open.first(), open.times(), open.cards(selection.subjects()));
    }
  }

  private final CardStore store;
  private final Selection selection;
  private final List<Volume> volumes;
  private final Part open;
  private final Runnable lost;
  private final List<Card.Touch> newest;
  private final Map<Long, Moves> totals = new HashMap<>();
  private long wholeOf = -1;
  private List<Card.Touch> whole = List.of();

  private Shelf(
      CardStore store, Selection selection, List<Volume> volumes, Part open, Runnable lost) {
    this.store = store;
    this.selection = selection;
    this.volumes = volumes;
    this.open = open;
    this.lost = lost;
    this.newest = together(open.cards());
  }

  /**
   * The cards as they are now.
   *
   * @param lost what to do when it shows later that cards are not there
   * @throws CardsLost if closed volumes are not there
   */
  static Shelf of(CardStore store, Selection selection, Part open, Runnable lost) {
    List<Volume> volumes = store.volumes(0, open.number());
    if (volumes.size() != open.number()) {
      throw new CardsLost(open.number() - volumes.size() + " volumes are not there");
    }
    Shelf shelf = new Shelf(store, selection, volumes, open, lost);
    for (Card card : store.totals(selection.subjects(), 0, open.number())) {
      shelf.totals.computeIfAbsent(card.volume(), _ -> new Moves()).addAll(card.totals());
    }
    return shelf;
  }

  /**
   * The last entry before the first that was written at this time or later. What was written
   * meanwhile by a clock that was behind counts as later, so that the answer is always a beginning
   * of the journal.
   */
  long lastBefore(Instant time) {
    long millis = time.toEpochMilli();
    for (Volume volume : volumes) {
      if (volume.latest().toEpochMilli() >= millis) {
        return volume.first() - 1 + before(millis, times(volume));
      }
    }
    return open.first() - 1 + before(millis, open.times());
  }

  private long[] times(Volume volume) {
    return store.times(volume.number()).orElseThrow(() -> busy(volume.number()));
  }

  /** How many of these ascending times are before this one. */
  private static int before(long millis, long[] times) {
    int place = Arrays.binarySearch(times, millis);
    if (place < 0) {
      return -place - 1;
    }
    while (place > 0 && times[place - 1] == millis) {
      place--;
    }
    return place;
  }

  /** What moved from the beginning up to this entry. */
  Moves upTo(long seq) {
    Moves moves = new Moves();
    for (Volume volume : volumes) {
      Moves all = totals.get(volume.number());
      if (all == null || volume.first() > seq) {
        continue;
      }
      if (volume.last() <= seq) {
        moves.addAll(all.toList());
      } else {
        addUpTo(seq, touches(volume.number()), moves);
      }
    }
    addUpTo(seq, newest, moves);
    return moves;
  }

  private static void addUpTo(long seq, List<Card.Touch> touches, Moves moves) {
    for (Card.Touch touch : touches) {
      if (touch.seq() <= seq) {
        moves.addAll(touch.moves());
      }
    }
  }

  /**
   * The next entries with postings of the selection: as few as have so many postings, or as many as
   * there are.
   */
  List<Long> next(long after, long upTo, int postings) {
    List<Long> next = new ArrayList<>();
    long found = 0;
    for (Volume volume : volumes) {
      if (volume.last() > after && volume.first() <= upTo && totals.containsKey(volume.number())) {
        found += take(touches(volume.number()), after, upTo, postings - found, next);
      }
      if (found >= postings) {
        return next;
      }
    }
    take(newest, after, upTo, postings - found, next);
    return next;
  }

  private static long take(
      List<Card.Touch> touches, long after, long upTo, long postings, List<Long> next) {
    long found = 0;
    for (Card.Touch touch : touches) {
      if (touch.seq() > after && touch.seq() <= upTo && found < postings) {
        next.add(touch.seq());
        found += touch.count();
      }
    }
    return found;
  }

  /** All entries of a closed volume with postings of the selection. */
  private List<Card.Touch> touches(long volume) {
    if (wholeOf != volume) {
      List<Card.Touch> found = together(store.touches(selection.subjects(), volume));
      Moves expected = totals.get(volume);
      if (expected == null
          || found.stream().mapToLong(Card.Touch::count).sum() != expected.count()) {
        throw busy(volume);
      }
      whole = found;
      wholeOf = volume;
    }
    return whole;
  }

  private Busy busy(long volume) {
    lost.run();
    return new Busy("Cards of volume " + volume + " are not there; they are made again");
  }

  /** Several cards as if they were one. */
  private static List<Card.Touch> together(List<Card> cards) {
    if (cards.size() == 1) {
      return cards.getFirst().touches();
    }
    NavigableMap<Long, Moves> bySeq = new TreeMap<>();
    for (Card card : cards) {
      for (Card.Touch touch : card.touches()) {
        bySeq.computeIfAbsent(touch.seq(), _ -> new Moves()).addAll(touch.moves());
      }
    }
    return bySeq.entrySet().stream()
        .map(it -> new Card.Touch(it.getKey(), it.getValue().toList()))
        .toList();
  }
}
