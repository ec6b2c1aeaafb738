/**
 * The published language of the county: every fact one service tells another, and how it travels.
 */
@NullMarked
package org.threefold.events;

import org.jspecify.annotations.NullMarked;
