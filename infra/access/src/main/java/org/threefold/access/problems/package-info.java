/** How a refusal is said: RFC 9457 problems with stable codes, in Chinese and English. */
@NullMarked
package org.threefold.access.problems;

import org.jspecify.annotations.NullMarked;
