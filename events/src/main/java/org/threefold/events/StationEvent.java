package org.threefold.events;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the station registry says: the county's divisions, units, people, operators, archives,
 * resources and service items.
 */
public sealed interface StationEvent extends Event {

  /** A division of the county is on the map, with its parent. */
  @WireName("division.registered.v1")
  record DivisionRegistered(
      DivisionCode code,
      String name,
      DivisionLevel level,
      @Nullable DivisionCode parent,
      LocalDate validFrom,
      boolean provisional)
      implements StationEvent {
    @Override
    public Stream stream() {
      return Stream.of("division", code);
    }
  }

  /** A unit is planned for a division. */
  @WireName("station.registered.v1")
  record StationRegistered(
      StationId station,
      StationType type,
      String name,
      DivisionCode division,
      @Nullable StationId parent)
      implements StationEvent {
    @Override
    public Stream stream() {
      return Stream.of("station", station);
    }
  }

  /** A unit is open: it may take needs and own projects. */
  @WireName("station.activated.v1")
  record StationActivated(StationId station, LocalDate effective, boolean demonstration)
      implements StationEvent {
    @Override
    public Stream stream() {
      return Stream.of("station", station);
    }
  }

  /** A person, known by a reference only, works at a unit from a day on. */
  @WireName("station.staff-assigned.v1")
  record StaffAssigned(
      StationId station,
      String staffRef,
      StaffCategory category,
      boolean fullTime,
      EmployerKind employer,
      LocalDate from)
      implements StationEvent {
    @Override
    public Stream stream() {
      return Stream.of("station", station);
    }
  }

  /** An agency is known to the county. */
  @WireName("operator.registered.v1")
  record OperatorRegistered(
      OperatorId operator, String name, OperatorOrigin origin, DivisionCode from)
      implements StationEvent {
    @Override
    public Stream stream() {
      return Stream.of("operator", operator);
    }
  }

  /** An agency runs these units from the start day to the end day, both included. */
  @WireName("operator.contract-signed.v1")
  record OperatingContractSigned(
      ContractId contract,
      OperatorId operator,
      List<StationId> stations,
      LocalDate start,
      LocalDate end,
      PurchaseMethod method,
      long feeFen)
      implements StationEvent {
    public OperatingContractSigned {
      stations = List.copyOf(stations);
    }

    @Override
    public Stream stream() {
      return Stream.of("operator", operator);
    }
  }

  /** A document of a project must be filed by a day. */
  @WireName("archive.item-expected.v1")
  record ArchiveItemExpected(ProjectId subject, ArchiveDocument document, LocalDate due)
      implements StationEvent {
    @Override
    public Stream stream() {
      return Stream.of("archive", subject);
    }
  }

  /** A document is in the file under its archive code, with the hash of its content. */
  @WireName("archive.item-filed.v1")
  record ArchiveItemFiled(
      ProjectId subject, ArchiveDocument document, String archiveCode, String sha256, int pages)
      implements StationEvent {
    @Override
    public Stream stream() {
      return Stream.of("archive", subject);
    }
  }

  /** How much of what is expected has been filed; percent is rounded down. */
  @WireName("archive.completeness-changed.v1")
  record ArchiveCompletenessChanged(
      ProjectId subject, int expected, int filed, int percent, List<ArchiveDocument> missing)
      implements StationEvent {
    public ArchiveCompletenessChanged {
      missing = List.copyOf(missing);
    }

    @Override
    public Stream stream() {
      return Stream.of("archive", subject);
    }
  }

  /** Who or what can help in a town or the whole county. */
  sealed interface OfResource extends StationEvent {

    /** Which resource. */
    ResourceId resource();

    @Override
    default Stream stream() {
      return Stream.of("resource", resource());
    }
  }

  /**
   * Somebody or something can help with needs of these categories and groups, in a town or, if its
   * home is the county, everywhere.
   */
  @WireName("resource.registered.v1")
  record ResourceUnitRegistered(
      ResourceId resource,
      ResourceKind kind,
      DivisionCode home,
      String name,
      @Nullable String englishName,
      List<NeedCategory> categories,
      List<ClientGroup> groups)
      implements OfResource {
    public ResourceUnitRegistered {
      categories = List.copyOf(categories);
      groups = List.copyOf(groups);
    }
  }

  /** A resource cannot be had any more. */
  @WireName("resource.withdrawn.v1")
  record ResourceUnitWithdrawn(ResourceId resource) implements OfResource {}

  /**
   * One thing that stations do for residents.
   *
   * @param methods how it is given
   * @param groups whom it is for
   * @param unit what it is counted in
   * @param answers the categories of need it is an answer to
   * @param helps those it only helps with
   */
  record ServiceItem(
      ItemCode item,
      String name,
      @Nullable String englishName,
      List<ItemMethod> methods,
      List<ClientGroup> groups,
      String unit,
      List<NeedCategory> answers,
      List<NeedCategory> helps) {
    public ServiceItem {
      methods = List.copyOf(methods);
      groups = List.copyOf(groups);
      answers = List.copyOf(answers);
      helps = List.copyOf(helps);
    }
  }

  /**
   * From a day on stations offer these items and no others, until the next list begins.
   *
   * @param version 1 for the county's first list, then one more each time
   */
  @WireName("service-item-list.published.v1")
  record ServiceItemListPublished(
      DivisionCode county, int version, LocalDate effectiveFrom, List<ServiceItem> items)
      implements StationEvent {
    public ServiceItemListPublished {
      items = List.copyOf(items);
    }

    @Override
    public Stream stream() {
      return Stream.of("service-item-list", county);
    }
  }
}
