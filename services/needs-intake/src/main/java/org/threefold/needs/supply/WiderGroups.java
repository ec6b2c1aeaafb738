package org.threefold.needs.supply;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.threefold.events.AgeBand;
import org.threefold.events.ClientGroup;
import org.threefold.needs.table.Table;

/**
 * Which client groups somebody also belongs to, by a narrower group or by age, as {@code
 * client-groups.csv} has it (domain §8.6): who lives alone at 80 is an elder, too.
 */
final class WiderGroups {

  private static final Map<String, Set<ClientGroup>> ALSO =
      Table.rows(WiderGroups.class, "client-groups.csv", "of,also").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.get(0), row -> Table.codes(ClientGroup.class, row.get(1))));

  private WiderGroups() {}

  /** Those that follow from these groups and this age. */
  static Set<ClientGroup> of(Collection<ClientGroup> groups, AgeBand age) {
    Set<ClientGroup> also = EnumSet.noneOf(ClientGroup.class);
    also.addAll(ALSO.getOrDefault(age.name(), Set.of()));
    groups.forEach(it -> also.addAll(ALSO.getOrDefault(it.name(), Set.of())));
    return also;
  }
}
