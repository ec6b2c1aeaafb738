package org.threefold.needs.supply;

import org.jspecify.annotations.Nullable;

/** What something on offer is called, as far as that is known. */
public record Names(@Nullable String zh, @Nullable String en) {}
