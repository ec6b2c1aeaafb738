/** One evaluation of one project: three legs, a score, a grade and a consequence. */
@NullMarked
package org.threefold.evaluations.evaluation;

import org.jspecify.annotations.NullMarked;
