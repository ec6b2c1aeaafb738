/** Which days count when something is due in working days. */
@NullMarked
package org.threefold.evaluations.calendar;

import org.jspecify.annotations.NullMarked;
