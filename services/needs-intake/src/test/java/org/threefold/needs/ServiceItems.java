package org.threefold.needs;

import java.time.LocalDate;
import java.util.List;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.ItemCode;
import org.threefold.events.ItemMethod;
import org.threefold.events.NeedCategory;
import org.threefold.events.StationEvent.ServiceItem;
import org.threefold.events.StationEvent.ServiceItemListPublished;

/** Some items of the county's list, and lists of them. */
public final class ServiceItems {

  public static final ServiceItem ADVICE =
      item("SI-01", ClientGroup.RESIDENT_GENERAL, NeedCategory.POLICY_ADVICE);
  public static final ServiceItem COMPANIONSHIP =
      item(
          "SI-03",
          List.of(ClientGroup.ELDER, ClientGroup.ELDER_LIVING_ALONE),
          NeedCategory.COMPANIONSHIP,
          NeedCategory.MEAL_CARE);
  public static final ServiceItem AFTER_SCHOOL =
      item("SI-07", ClientGroup.CHILD, NeedCategory.HOMEWORK_CHILDCARE);
  public static final ServiceItem LINK =
      item(
          "SI-15",
          ClientGroup.RESIDENT_GENERAL,
          NeedCategory.HEALTH_LINK,
          NeedCategory.MEAL_CARE,
          NeedCategory.COMPANIONSHIP);

  private ServiceItems() {}

  /** An item for one group that answers one category, and helps with others. */
  public static ServiceItem item(
      String code, ClientGroup group, NeedCategory answers, NeedCategory... helps) {
    return item(code, List.of(group), answers, helps);
  }

  private static ServiceItem item(
      String code, List<ClientGroup> groups, NeedCategory answers, NeedCategory... helps) {
    return new ServiceItem(
        new ItemCode(code),
        "事项" + code,
        null,
        List.of(ItemMethod.DIRECT),
        groups,
        "次",
        List.of(answers),
        List.of(helps));
  }

  /** A list of the county that is in force from this day on. */
  public static ServiceItemListPublished list(int version, String from, ServiceItem... items) {
    return new ServiceItemListPublished(
        new DivisionCode("511523"), version, LocalDate.parse(from), List.of(items));
  }
}
