/** What visits and help requests have in common: their words, their lists, what came of them. */
@NullMarked
package org.threefold.needs.desk;

import org.jspecify.annotations.NullMarked;
