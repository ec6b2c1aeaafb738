package org.threefold.access.rights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Actor;
import org.threefold.access.Role;

/** Which roles have which right (domain §3.7), from the files of the rights folder. */
public final class RightsTable {

  private static final String FOLDER = "/org/threefold/access/rights/";
  private static final String HEADER = "right,roles";

  private final Map<String, Set<Role>> rolesOf;

  private RightsTable(Map<String, Set<Role>> rolesOf) {
    this.rolesOf = Map.copyOf(rolesOf);
  }

  /**
   * The rights every service has, and those of this service.
   *
   * @throws IllegalStateException if a file is malformed, names an unknown role, or a right stands
   *     twice
   */
  static RightsTable of(@Nullable String service) {
    return new RightsTable(
        Stream.of("access", service == null ? "access" : service)
            .distinct()
            .flatMap(it -> rows(it + ".csv"))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    Map.Entry::getValue,
                    (_, _) -> {
                      throw new IllegalStateException("A right stands twice in the rights table");
                    },
                    HashMap::new)));
  }

  /** Whether there is such a right at all. */
  boolean knows(String right) {
    return rolesOf.containsKey(right);
  }

  /** Whether the actor has the right; nobody has one that is not in the table. */
  public boolean allows(Actor actor, String right) {
    return rolesOf.getOrDefault(right, Set.of()).stream().anyMatch(actor::is);
  }

  private static Stream<Map.Entry<String, Set<Role>>> rows(String file) {
    try (InputStream in = RightsTable.class.getResourceAsStream(FOLDER + file)) {
      return in == null
          ? Stream.empty()
          : parsed(new String(in.readAllBytes(), StandardCharsets.UTF_8), file).stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }

  static List<Map.Entry<String, Set<Role>>> parsed(String text, String file) {
    List<String> lines =
        text.lines().map(String::strip).filter(it -> !it.isEmpty() && !it.startsWith("#")).toList();
    if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
      throw new IllegalStateException(file + " does not begin with " + HEADER);
    }
    return lines.stream().skip(1).map(it -> row(it, file)).toList();
  }

  private static Map.Entry<String, Set<Role>> row(String line, String file) {
    List<String> cells = List.of(line.split(",", -1));
    if (cells.size() != 2 || !cells.getFirst().matches("[a-z][a-z0-9.-]*")) {
      throw new IllegalStateException(file + " has a malformed row: " + line);
    }
    try {
      return Map.entry(
          cells.getFirst(),
          Stream.of(cells.getLast().strip().split(" +"))
              .map(Role::valueOf)
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalStateException(file + " names a role that does not exist: " + line, unknown);
    }
  }
}
