package org.threefold.funds.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.threefold.messaging.Cause;

/**
 * The decisions that will share one entry. They are made one after the other, each on what the one
 * before left; nobody is answered before all of it is stored, because an answer may rest on a
 * decision before it.
 */
final class Round<B extends Book<C, H>, C, H> {

  private final Memory<B, C, H> memory;
  private final JournalSettings settings;
  private final List<Decided> decisions = new ArrayList<>();
  private final List<Runnable> answers = new ArrayList<>();
  private boolean hasRefused;
  private int bytes;
  private int taken;

  Round(Memory<B, C, H> memory, JournalSettings settings) {
    this.memory = memory;
    this.settings = settings;
  }

  /** Takes orders from the front until the round is full. */
  void take(List<Order<C>> orders) {
    while (taken < orders.size()
        && decisions.size() < settings.batch()
        && bytes < settings.batchBytes()) {
      take(orders.get(taken++));
    }
  }

  private void take(Order<C> order) {
    try {
      Optional<String> before = memory.known(order.cause());
      if (before.isPresent()) {
        answer(order, before.get());
      } else {
        memory.mustBeCurrent(order.command(), order.cause());
        decide(order, memory.book().decide(order.command(), memory.accounts()));
      }
    } catch (RuntimeException refused) {
      hasRefused = true;
      answers.add(() -> order.answer().completeExceptionally(refused));
    }
  }

  private void decide(Order<C> order, Outcome<H> outcome) {
    Accounts sheet = memory.accounts().sheet();
    outcome.postings().forEach(sheet::post);
    Optional<Outcome<H>> objection = memory.book().objection(outcome, sheet);
    if (objection.isPresent()) {
      // Not under the cause of the order: asked again, it shall be decided again, and meet the
      // closed door.
      var cause =
          new Cause.Due("unsound/" + order.cause().id(), settings.actor(), order.cause().at());
      fold(memory.decided(objection.get(), cause, settings.service()), objection.get());
      throw new Unsound("Refused, for it would break the books: " + order.command());
    }
    if (!outcome.isEmpty() || !(order.cause() instanceof Cause.Due)) {
      fold(memory.decided(outcome, order.cause(), settings.service()), outcome);
    }
    answer(order, outcome.ref());
  }

  private void fold(Decided decided, Outcome<H> outcome) {
    memory.after(decided, outcome.changes());
    decisions.add(decided);
    bytes += decided.size();
  }

  private void answer(Order<C> order, String ref) {
    answers.add(() -> order.answer().complete(new Receipt(ref, memory.seq())));
  }

  List<Decided> decisions() {
    return decisions;
  }

  /** Whether somebody is refused on the strength of what is remembered here. */
  boolean hasRefused() {
    return hasRefused;
  }

  /** How many orders are in it. */
  int taken() {
    return taken;
  }

  /** Tells everybody; only when all is stored. */
  void answer() {
    answers.forEach(Runnable::run);
  }
}
