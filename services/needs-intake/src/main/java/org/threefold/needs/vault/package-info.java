/**
 * Keys, each of one resident: what is sealed with a key that was destroyed says nothing any more.
 */
@NullMarked
package org.threefold.needs.vault;

import org.jspecify.annotations.NullMarked;
