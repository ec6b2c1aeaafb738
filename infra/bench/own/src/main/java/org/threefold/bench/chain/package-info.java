/** Four services one behind the other: need, project, reservation, oversight. */
@NullMarked
package org.threefold.bench.chain;

import org.jspecify.annotations.NullMarked;
