package org.threefold.oversight.project;

import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.threefold.access.Actor;
import org.threefold.events.FundEvent;
import org.threefold.events.ProjectEvent;
import org.threefold.events.ProjectEvent.LowFeeProgrammeRegistered;
import org.threefold.events.ProjectEvent.PurchaseGuidePublished;
import org.threefold.events.ProjectEvent.PurchaseItemListed;
import org.threefold.events.ProjectEvent.PurchaserRegistered;
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
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Known;
import org.threefold.messaging.Versioned;

/** The rows of all projects. As a bean it is named apart from the ear of the topic. */
@Component("projectRows")
public class Projects {

  private final Known<Project> rows;

  Projects(AggregateStores stores) {
    this.rows = stores.known("projects", Project.class);
  }

  /** Folds one fact of project management. */
  public void learn(ProjectEvent event, Cause.Heard cause) {
    switch (event) {
      case ProjectEvent.OfProject it ->
          rows.learn(
              it.project().value(),
              cause,
              row -> {
                Project project = Project.orUnknown(row, it.project().value());
                return project.with(project.work().after(it), cause.attributes().time());
              });
      case PurchaseGuidePublished _, PurchaserRegistered _ -> {} // The same for every project.
      case PurchaseItemListed _, LowFeeProgrammeRegistered _ -> {} // No figure yet.
      case ProjectEvent.OfActivity _ -> {} // No project; told in the stream.
    }
  }

  /** Folds one fact of the ledger about a project. */
  public void learn(FundEvent.OfProject event, Cause.Heard cause) {
    rows.learn(
        event.project().value(),
        cause,
        row -> {
          Project project = Project.orUnknown(row, event.project().value());
          return project.with(project.money().after(event), cause.attributes().time());
        });
  }

  /** Folds one fact of the archive about a project. */
  public void learn(StationEvent event, Cause.Heard cause) {
    switch (event) {
      case ArchiveCompletenessChanged it ->
          rows.learn(
              it.subject().value(),
              cause,
              row ->
                  Project.orUnknown(row, it.subject().value())
                      .filed(it.percent(), cause.attributes().time()));
      case ArchiveItemExpected _, ArchiveItemFiled _ -> {} // The percentage follows.
      case DivisionRegistered _, StationRegistered _, StationActivated _ -> {} // Places.
      case StaffAssigned _, OperatorRegistered _, OperatingContractSigned _ -> {} // No project's.
      case StationEvent.OfResource _, ServiceItemListPublished _ -> {} // No project's.
    }
  }

  /** The project, if there is one and the actor may know. */
  public Optional<Project> find(String id, Actor actor) {
    return rows.find(id).filter(it -> it.where().in(actor.area()));
  }

  List<Project> page(Document filter, @Nullable String after, int limit) {
    return rows.page(filter, after, limit).stream().map(Versioned::state).toList();
  }
}
