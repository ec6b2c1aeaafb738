package org.threefold.stations.archive;

import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.threefold.access.NotFound;
import org.threefold.calendar.CountyTime;
import org.threefold.events.ArchiveDocument;
import org.threefold.events.DivisionCode;
import org.threefold.events.ProjectId;
import org.threefold.events.StationEvent;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.AggregateType;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Numbers;
import org.threefold.messaging.Versioned;
import org.threefold.stations.StationSettings;
import org.threefold.stations.archive.ArchiveCommand.Draft;

/** The files of all projects. */
@Service
public class Archives {

  private final Aggregates<Archive, StationEvent> archives;
  private final Numbers numbers;
  private final StationSettings settings;

  Archives(AggregateStores stores, Numbers numbers, StationSettings settings) {
    this.numbers = numbers;
    this.settings = settings;
    this.archives =
        stores.open(
            AggregateType.of(
                "archives",
                Archive.class,
                Archive.NONE,
                StationEvent.class,
                Archive::after,
                it -> it.project() == null ? null : Archive.divisionOf(it.project())));
  }

  /**
   * Expects a document of a project from now on; due some days after the step that calls for it.
   */
  public void expect(ProjectId project, ArchiveDocument document, Cause.Heard cause) {
    var due = CountyTime.dayOf(cause.attributes().time()).plusDays(settings.filingDays());
    var command = new ArchiveCommand.Expect(project, document, due);
    archives.decide(project.value(), cause, archive -> archive.decide(command));
  }

  Versioned<Archive> file(ProjectId project, Draft draft, Cause.Asked cause) {
    Archive seen = find(project).map(Versioned::state).orElseThrow(() -> new NotFound(project));
    if (!filedBefore(seen, draft)) {
      // What will be refused anyway must not use up a number: numbers of a class have no gaps.
      seen.mustAccept(draft);
    }
    int year = CountyTime.dayOf(cause.at()).getYear();
    String series = ArchiveCode.series(settings.fonds(), year, Archive.divisionOf(project));
    var command =
        new ArchiveCommand.File(draft, ArchiveCode.of(series, numbers.next(series, cause)));
    return archives.decide(project.value(), cause, archive -> archive.decide(command));
  }

  Optional<Versioned<Archive>> find(ProjectId project) {
    return archives.find(project.value()).filter(it -> it.state().project() != null);
  }

  List<Archive> page(DivisionCode area, @Nullable String after, int limit) {
    // The id of a project names its year and then its division.
    return archives
        .page(Filters.regex("state.project", "^P-[0-9]{4}-" + area.value()), after, limit)
        .stream()
        .map(Versioned::state)
        .toList();
  }

  /** Such a filing may be the same request again, which is answered as before. */
  private static boolean filedBefore(Archive seen, Draft draft) {
    return seen.find(draft.document())
        .map(item -> draft.sha256().equals(item.sha256()))
        .orElse(false);
  }
}
