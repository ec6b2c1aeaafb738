package org.threefold.wrong.need;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.threefold.wrong.bed.Bed;
import org.threefold.wrongfunds.journal.Journal;

/** A service that is injected by magic, reads another service's books and goes round in circles. */
public class Needs {

  @Autowired @Nullable Journal journal;
  @Nullable Bed bed;
}
