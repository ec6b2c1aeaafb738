package org.threefold.needs.supply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threefold.events.ActivityType;
import org.threefold.events.NeedCategory;
import org.threefold.events.SupplierType;
import org.threefold.needs.table.Table;

/**
 * What each kind of thing on offer is good for, as {@code offers.csv} has it: the programmes of
 * domain §8.5, the types of activity of §8.3. Which needs they answer is [I].
 */
final class OfferKinds {

  private static final String FILE = "offers.csv";
  private static final String HEADING = "type,kind,zh,en,answers,helps";
  private static final String ANY = "*";

  private final Map<String, OfferKind> programmes = new LinkedHashMap<>();
  private final Map<String, OfferKind> activities = new LinkedHashMap<>();

  private OfferKinds() {}

  /** As the table has them. */
  static OfferKinds known() {
    var kinds = new OfferKinds();
    Table.rows(OfferKinds.class, FILE, HEADING).forEach(row -> kinds.add(kind(row)));
    return kinds;
  }

  private static OfferKind kind(List<String> row) {
    Set<NeedCategory> helps =
        row.get(5).equals(ANY)
            ? Set.of(NeedCategory.values())
            : Table.codes(NeedCategory.class, row.get(5));
    return new OfferKind(
        SupplierType.valueOf(row.get(0)),
        row.get(1),
        new Names(orNull(row.get(2)), orNull(row.get(3))),
        Table.codes(NeedCategory.class, row.get(4)),
        helps);
  }

  private void add(OfferKind it) {
    Map<String, OfferKind> kinds =
        switch (it.type()) {
          case LOWFEE -> programmes;
          case ACTIVITY -> activities;
          case ITEM, RESOURCE ->
              throw new IllegalStateException(
                  FILE + ": " + it.type() + " says itself what it is for");
        };
    if (kinds.put(it.kind(), it) != null) {
      throw new IllegalStateException(FILE + " has two rows of " + it.kind());
    }
  }

  /** The programme of this id; one that the table does not name may help with anything. */
  OfferKind programme(String id) {
    OfferKind named = programmes.get(id);
    return named != null ? named : existing(programmes.get(ANY));
  }

  /** Activities of this type; null is a type that intake was not told. */
  OfferKind activity(@Nullable ActivityType type) {
    return existing(activities.get((type == null ? ActivityType.OTHER : type).name()));
  }

  private static OfferKind existing(@Nullable OfferKind kind) {
    if (kind == null) {
      throw new IllegalStateException(FILE + " lacks a row");
    }
    return kind;
  }

  private static @Nullable String orNull(String cell) {
    return cell.isEmpty() ? null : cell;
  }
}
