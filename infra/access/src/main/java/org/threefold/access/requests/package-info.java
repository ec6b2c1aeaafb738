/** What was asked: the exact body, the request key and the expected version of a command. */
@NullMarked
package org.threefold.access.requests;

import org.jspecify.annotations.NullMarked;
