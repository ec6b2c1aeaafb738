package org.threefold.funds.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some lines in the order of the journal.
 *
 * @param next to ask for the lines after these, or null if there are no more
 */
record LinePage(List<Line> postings, @Nullable Long next) {}
