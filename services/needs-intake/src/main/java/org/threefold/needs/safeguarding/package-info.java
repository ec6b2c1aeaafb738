/** Suspected harm, which goes past every queue (domain §2.9, §3.2.4). */
@NullMarked
package org.threefold.needs.safeguarding;

import org.jspecify.annotations.NullMarked;
