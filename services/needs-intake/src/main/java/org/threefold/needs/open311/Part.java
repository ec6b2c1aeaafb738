package org.threefold.needs.open311;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is answered, before it is JSON or XML: a tree that can be written as either. */
sealed interface Part {

  /**
   * One value.
   *
   * @param value a text, a whole number or a truth value
   */
  record Leaf(Object value) implements Part {}

  /** Parts with a name each, in this order. */
  record Fields(Map<String, Part> parts) implements Part {

    /** These and one more; none more if there is nothing to say. */
    Fields with(String name, @Nullable Object value) {
      if (value == null) {
        return this;
      }
      Map<String, Part> more = new LinkedHashMap<>(parts);
      more.put(name, value instanceof Part part ? part : new Leaf(value));
      return new Fields(Collections.unmodifiableMap(more));
    }
  }

  /**
   * Parts without names, which have one nevertheless in XML.
   *
   * @param each the name each of them has there
   */
  record Items(String each, List<Part> parts) implements Part {}

  /** Fields to begin with. */
  static Fields fields() {
    return new Fields(Map.of());
  }

  /** Items of these. */
  static Items items(String each, List<? extends Part> parts) {
    return new Items(each, List.copyOf(parts));
  }
}
