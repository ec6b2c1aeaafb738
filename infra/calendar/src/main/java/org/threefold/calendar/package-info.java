/** Days, years and working days as the county counts them. Pure, and the same for every service. */
@NullMarked
package org.threefold.calendar;

import org.jspecify.annotations.NullMarked;
