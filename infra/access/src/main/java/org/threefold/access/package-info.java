/** Who may do what, and how a refusal is said: tokens, rights, areas, problems, request keys. */
@NullMarked
package org.threefold.access;

import org.jspecify.annotations.NullMarked;
