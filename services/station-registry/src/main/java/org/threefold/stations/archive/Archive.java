package org.threefold.stations.archive;

import static org.threefold.events.ArchiveDocument.ACCEPTANCE;
import static org.threefold.events.ArchiveDocument.CONTRACT;
import static org.threefold.events.ArchiveDocument.EVALUATION_REPORT;
import static org.threefold.events.ArchiveDocument.REVIEW_RECORD;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.events.ArchiveDocument;
import org.threefold.events.DivisionCode;
import org.threefold.events.ProjectId;
import org.threefold.events.StationEvent;
import org.threefold.events.StationEvent.ArchiveCompletenessChanged;
import org.threefold.events.StationEvent.ArchiveItemExpected;
import org.threefold.events.StationEvent.ArchiveItemFiled;
import org.threefold.events.StationEvent.DivisionRegistered;
import org.threefold.events.StationEvent.OperatingContractSigned;
import org.threefold.events.StationEvent.OperatorRegistered;
import org.threefold.events.StationEvent.ServiceItemListPublished;
import org.threefold.events.StationEvent.StaffAssigned;
import org.threefold.events.StationEvent.StationActivated;
import org.threefold.events.StationEvent.StationRegistered;
import org.threefold.stations.archive.ArchiveCommand.Draft;
import org.threefold.stations.archive.ArchiveCommand.Expect;
import org.threefold.stations.archive.ArchiveCommand.File;

/**
 * The file of a project: a project is closed only when all that is expected has been filed; domain
 * §3.1.5.
 *
 * @param project null until something is expected
 */
record Archive(@Nullable ProjectId project, List<Item> items) {

  static final Archive NONE = new Archive(null, List.of());

  /** A document is nothing without the signatures of those it binds. */
  static final Set<ArchiveDocument> SIGNED =
      Set.of(REVIEW_RECORD, CONTRACT, ACCEPTANCE, EVALUATION_REPORT);

  private static final int TITLE_MIN = 4;
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** An expected document; code and hash once it is filed. */
  record Item(
      ArchiveDocument document,
      LocalDate due,
      @Nullable String archiveCode,
      @Nullable String sha256,
      int pages) {

    private boolean missing() {
      return archiveCode == null;
    }
  }

  /** What follows from this command. */
  List<StationEvent> decide(ArchiveCommand command) {
    return switch (command) {
      case Expect it when find(it.document()).isPresent() -> List.of();
      case Expect it ->
          withCompleteness(new ArchiveItemExpected(it.project(), it.document(), it.due()));
      case File it -> {
        Draft draft = it.draft();
        ProjectId subject = mustAccept(draft);
        yield withCompleteness(
            new ArchiveItemFiled(
                subject, draft.document(), it.code().value(), draft.sha256(), draft.pages()));
      }
    };
  }

  /** The state after a fact. */
  Archive after(StationEvent event) {
    return switch (event) {
      case ArchiveItemExpected it ->
          new Archive(
              it.subject(),
              Stream.concat(
                      items.stream(), Stream.of(new Item(it.document(), it.due(), null, null, 0)))
                  .toList());
      case ArchiveItemFiled it ->
          change(
              it.document(),
              item ->
                  new Item(item.document(), item.due(), it.archiveCode(), it.sha256(), it.pages()));
      case ArchiveCompletenessChanged _ -> this; // Follows from the items.
      case DivisionRegistered _,
          StationRegistered _,
          StationActivated _,
          StaffAssigned _,
          OperatorRegistered _,
          OperatingContractSigned _,
          StationEvent.OfResource _,
          ServiceItemListPublished _ ->
          this; // Other streams.
    };
  }

  Optional<Item> find(ArchiveDocument document) {
    return items.stream().filter(item -> item.document() == document).findFirst();
  }

  /**
   * What is expected, in the order of the steps; facts of two publishers may arrive in any order.
   */
  List<Item> inOrder() {
    return items.stream().sorted(Comparator.comparing(Item::document)).toList();
  }

  /** How many documents have been filed. */
  int filed() {
    return (int) items.stream().filter(item -> !item.missing()).count();
  }

  /** What is still missing, in the order of the steps. */
  List<ArchiveDocument> missing() {
    return items.stream().filter(Item::missing).map(Item::document).sorted().toList();
  }

  /** How much is filed of what is expected, rounded down. */
  int percent() {
    return items.isEmpty() ? 0 : 100 * filed() / items.size();
  }

  /** The town, or the county, a project belongs to: its id names it. */
  static DivisionCode divisionOf(ProjectId project) {
    return new DivisionCode(project.value().split("-", -1)[2]);
  }

  /**
   * Lets a document pass that may be filed.
   *
   * @throws Refused REG-083 to REG-085 and REG-087
   */
  ProjectId mustAccept(Draft it) {
    Item item = find(it.document()).orElseThrow(() -> new Refused("REG-083", it.document()));
    if (!item.missing()) {
      throw new Refused("REG-085", String.valueOf(item.archiveCode()));
    }
    if (it.title().strip().length() < TITLE_MIN) {
      throw new Refused("REG-087", TITLE_MIN);
    }
    if (it.pages() < 1) {
      throw new Refused("REG-084", "pages");
    }
    if (!SHA256.matcher(it.sha256()).matches()) {
      throw new Refused("REG-084", "sha256");
    }
    if (SIGNED.contains(it.document()) && !it.signed()) {
      throw new Refused("REG-084", "signed");
    }
    return subject();
  }

  private ProjectId subject() {
    if (project == null) {
      throw new IllegalStateException("Something is in the file of no project");
    }
    return project;
  }

  private List<StationEvent> withCompleteness(StationEvent change) {
    Archive now = after(change);
    return List.of(
        change,
        new ArchiveCompletenessChanged(
            now.subject(), now.items.size(), now.filed(), now.percent(), now.missing()));
  }

  private Archive change(ArchiveDocument document, UnaryOperator<Item> change) {
    return new Archive(
        project,
        items.stream()
            .map(item -> item.document() == document ? change.apply(item) : item)
            .toList());
  }
}
