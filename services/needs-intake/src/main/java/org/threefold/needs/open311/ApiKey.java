package org.threefold.needs.open311;

import java.util.Set;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.Channel;
import org.threefold.events.DivisionCode;

/**
 * Whoever has this key files needs, and sees those filed with it.
 *
 * @param name what the program is called; several keys may have the same, so that one can follow
 *     another
 * @param channel how residents reach it
 * @param division where it may file, there and below
 */
record ApiKey(String name, Channel channel, DivisionCode division) {

  /** The program as somebody who acts. */
  Actor actor() {
    return new Actor("open311/" + name, Set.of(Role.HOTLINE), division, null, null, null);
  }
}
