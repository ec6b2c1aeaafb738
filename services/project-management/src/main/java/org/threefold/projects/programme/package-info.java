/** Low-fee programmes that residents may use. */
@NullMarked
package org.threefold.projects.programme;

import org.jspecify.annotations.NullMarked;
