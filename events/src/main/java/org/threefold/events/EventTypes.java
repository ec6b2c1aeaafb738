package org.threefold.events;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which record stands behind which wire name; read once from the sealed hierarchy, so no list can
 * be forgotten.
 */
public final class EventTypes {

  private static final Map<String, Class<? extends Event>> BY_TYPE = new LinkedHashMap<>();
  private static final Map<Class<?>, String> BY_CLASS = new LinkedHashMap<>();

  static {
    collect(Event.class);
  }

  private EventTypes() {}

  /**
   * The type as it travels: {@code org.threefold.need.collected.v1}.
   *
   * @throws NullPointerException if the class is not an event record
   */
  public static String typeOf(Class<? extends Event> event) {
    return Objects.requireNonNull(BY_CLASS.get(event), event::getName);
  }

  /** The record of a type, or empty if this version of the program does not know it. */
  public static Optional<Class<? extends Event>> find(String type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  /** Every event record, in the order of the catalogue. */
  public static Collection<Class<? extends Event>> all() {
    return Collections.unmodifiableCollection(BY_TYPE.values());
  }

  private static void collect(Class<?> type) {
    if (type.isRecord()) {
      WireName name = type.getAnnotation(WireName.class);
      if (name == null) {
        throw new IllegalStateException(type + " has no @WireName");
      }
      String wire = Attributes.TYPE_PREFIX + name.value();
      if (BY_TYPE.put(wire, type.asSubclass(Event.class)) != null) {
        throw new IllegalStateException(wire + " is the name of two events");
      }
      BY_CLASS.put(type, wire);
      return;
    }
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      collect(permitted);
    }
  }
}
