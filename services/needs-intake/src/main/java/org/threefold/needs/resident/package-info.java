/** Who a resident is: it stands only here, sealed with a key of the resident's own. */
@NullMarked
package org.threefold.needs.resident;

import org.jspecify.annotations.NullMarked;
