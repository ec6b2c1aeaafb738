/** The published weights by which legs become a score. */
@NullMarked
package org.threefold.evaluations.indicators;

import org.jspecify.annotations.NullMarked;
