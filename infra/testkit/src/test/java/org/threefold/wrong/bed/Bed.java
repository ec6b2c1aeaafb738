package org.threefold.wrong.bed;

import org.jspecify.annotations.Nullable;
import org.threefold.wrong.need.Needs;

/** Needs the feature that needs it. */
public class Bed {

  @Nullable Needs needs;
}
