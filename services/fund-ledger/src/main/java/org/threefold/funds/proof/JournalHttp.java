package org.threefold.funds.proof;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Actor;
import org.threefold.access.May;
import org.threefold.funds.journal.Entry;
import org.threefold.funds.journal.EntryText;
import org.threefold.funds.journal.JournalBroken;
import org.threefold.funds.journal.JournalStore;
import org.threefold.funds.ledger.Ledger;
import org.threefold.messaging.Busy;

/** The journal itself over HTTP, for whoever wants to check it. */
@RestController
@RequestMapping("/api/v1/journal")
class JournalHttp {

  /** The end of the journal: whoever writes it down can prove later that nothing before changed. */
  record Head(long seq, String hash) {}

  private static final int BLOCK = 64;
  private static final int BUFFER = 64 * 1024;

  /** So many are written at once; a slow reader holds a thread all the while. */
  private static final int MOST_EXPORTS = 4;

  private final JournalStore store;
  private final Ledger ledger;
  private final Semaphore places = new Semaphore(MOST_EXPORTS);

  JournalHttp(JournalStore store, Ledger ledger) {
    this.store = store;
    this.ledger = ledger;
  }

  @GetMapping("/head")
  @May("journal.export")
  Head head(Actor actor) {
    ledger.mustSeeAll(actor);
    return ledger.look(now -> new Head(now.seq(), now.hash()));
  }

  /**
   * All entries from this one to the last that is there now, a line each. If one cannot be read,
   * the answer is broken off, so that what was written never looks complete.
   */
  @GetMapping("/export")
  @May("journal.export")
  void export(
      @RequestParam(defaultValue = "1") @Min(1) long from,
      Actor actor,
      HttpServletResponse response)
      throws IOException {
    Head last = head(actor);
    response.setContentType("application/jsonl");
    response.setHeader("Journal-Head", last.seq() + " " + last.hash());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("journal-%d-%d.jsonl".formatted(from, last.seq()))
            .build()
            .toString());
    if (!places.tryAcquire()) {
      throw new Busy("Enough exports are written");
    }
    try {
      write(from, last.seq(), response.getOutputStream());
    } finally {
      places.release();
    }
  }

  private void write(long from, long last, OutputStream to) throws IOException {
    OutputStream out = new BufferedOutputStream(to, BUFFER);
    for (long next = from; next <= last; ) {
      List<Entry> block = store.read(next, (int) Math.min(BLOCK, last - next + 1));
      if (block.isEmpty()) {
        throw new JournalBroken("Entry " + next + " is missing");
      }
      for (Entry entry : block) {
        out.write(EntryText.write(entry));
        out.write('\n');
      }
      next = block.getLast().seq() + 1;
    }
    out.flush();
  }
}
