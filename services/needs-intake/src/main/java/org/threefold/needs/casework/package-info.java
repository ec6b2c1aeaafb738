/** Casework: one worker and one client through the six stages of MZ/T 094 (domain §3.2.3). */
@NullMarked
package org.threefold.needs.casework;

import org.jspecify.annotations.NullMarked;
