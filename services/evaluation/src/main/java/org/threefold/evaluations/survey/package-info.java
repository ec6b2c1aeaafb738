/** What residents answer, one token each, so that nobody can tell who said what. */
@NullMarked
package org.threefold.evaluations.survey;

import org.jspecify.annotations.NullMarked;
