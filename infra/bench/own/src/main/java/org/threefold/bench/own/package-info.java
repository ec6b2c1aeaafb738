/** Our own way: an aggregate, its fact, a relay, an ear and an effect, all of infra/messaging. */
@NullMarked
package org.threefold.bench.own;

import org.jspecify.annotations.NullMarked;
