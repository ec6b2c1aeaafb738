/** Facts put into words that a page can say in any language. */
@NullMarked
package org.threefold.oversight.telling;

import org.jspecify.annotations.NullMarked;
