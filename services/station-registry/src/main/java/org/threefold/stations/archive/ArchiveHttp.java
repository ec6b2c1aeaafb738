package org.threefold.stations.archive;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Actor;
import org.threefold.access.Answer;
import org.threefold.access.May;
import org.threefold.access.NotFound;
import org.threefold.access.Request;
import org.threefold.events.ArchiveDocument;
import org.threefold.events.ProjectId;

/** The files over HTTP. */
@RestController
@RequestMapping("/api/v1/archives")
class ArchiveHttp {

  private final Archives archives;

  ArchiveHttp(Archives archives) {
    this.archives = archives;
  }

  /**
   * A document to be filed: what it is, the hash of its content, how long it is, and whether it is
   * signed.
   */
  record Filing(
      @NotNull ArchiveDocument document,
      @NotNull @Size(max = 200) String title,
      @NotNull @Size(max = 128) String sha256,
      @Max(100_000) int pages,
      boolean signed) {}

  /** A file as its readers see it. */
  record ArchiveView(
      @Nullable ProjectId project,
      int expected,
      int filed,
      int percent,
      List<ArchiveDocument> missing,
      List<Archive.Item> items) {

    static ArchiveView of(Archive it) {
      return new ArchiveView(
          it.project(), it.items().size(), it.filed(), it.percent(), it.missing(), it.inOrder());
    }
  }

  @PostMapping("/{project}/file")
  @May("archive.file")
  ResponseEntity<ArchiveView> file(
      @PathVariable ProjectId project, @Valid @RequestBody Filing body, Request request) {
    request.mustCover(Archive.divisionOf(project), project);
    var draft =
        new ArchiveCommand.Draft(
            body.document(), body.title(), body.sha256(), body.pages(), body.signed());
    return Answer.of(archives.file(project, draft, request.cause()), ArchiveView::of);
  }

  @GetMapping("/{project}")
  @May("archive.read")
  ResponseEntity<ArchiveView> one(@PathVariable ProjectId project, Actor actor) {
    return archives
        .find(project)
        .filter(_ -> actor.covers(Archive.divisionOf(project)))
        .map(found -> Answer.of(found, ArchiveView::of))
        .orElseThrow(() -> new NotFound(project));
  }

  @GetMapping
  @May("archive.read")
  List<ArchiveView> list(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    return archives.page(actor.area(), after, limit).stream().map(ArchiveView::of).toList();
  }
}
