/** JSON as this house reads it: strictly, and normalised. */
@NullMarked
package org.threefold.access.json;

import org.jspecify.annotations.NullMarked;
