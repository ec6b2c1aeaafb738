/** What the page has to know before and after signing in. */
@NullMarked
package org.threefold.oversight.page;

import org.jspecify.annotations.NullMarked;
