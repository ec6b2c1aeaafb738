package org.threefold.needs.look;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is about to do something with who a resident is.
 *
 * @param at when
 * @param who the subject of the token: the account, not a name
 * @param actor role and unit
 * @param request the key of the request
 * @param resident the reference of the resident; null for a search, which is for nobody yet
 * @param why the code of the purpose or reason, where one is asked for
 * @param note more on why, sealed with the key of the resident
 */
public record Looking(
    Instant at,
    String who,
    String actor,
    String request,
    Act act,
    @Nullable String resident,
    @Nullable String why,
    @Nullable String note) {}
