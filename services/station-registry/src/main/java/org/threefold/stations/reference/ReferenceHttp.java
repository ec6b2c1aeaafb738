package org.threefold.stations.reference;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.May;
import org.threefold.access.Request;
import org.threefold.stations.StationSettings;

/**
 * The door for what was there before the register; only who may act for the whole county opens it.
 */
@RestController
@RequestMapping("/api/v1/reference-data")
class ReferenceHttp {

  private final ReferenceImport reference;
  private final StationSettings settings;

  ReferenceHttp(ReferenceImport reference, StationSettings settings) {
    this.reference = reference;
    this.settings = settings;
  }

  @PostMapping
  @May("reference.import")
  ReferenceImport.Report take(@Valid @RequestBody ReferenceData body, Request request) {
    request.mustCover(settings.county(), settings.county());
    return reference.apply(body, request.cause());
  }
}
