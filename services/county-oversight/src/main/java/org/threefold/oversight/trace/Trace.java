package org.threefold.oversight.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The golden thread of one need or project.
 *
 * @param status where it stands
 * @param mergedInto where a merged need goes on
 * @param projects the projects of a need, whose hops are among these
 * @param needs the needs of a project that the reader may know, each with a thread of its own
 * @param complete false if the thread is longer than what is shown
 */
record Trace(
    String id,
    @Nullable String status,
    @Nullable String mergedInto,
    List<String> projects,
    List<String> needs,
    List<Hop> hops,
    boolean complete) {}
