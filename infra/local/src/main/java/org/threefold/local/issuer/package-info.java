/** The local issuer of tokens, with one demo persona for each role; production brings its own. */
@NullMarked
package org.threefold.local.issuer;

import org.jspecify.annotations.NullMarked;
