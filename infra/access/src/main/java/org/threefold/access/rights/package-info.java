/** Who may do what: the rights table, checked before every handler below /api. */
@NullMarked
package org.threefold.access.rights;

import org.jspecify.annotations.NullMarked;
