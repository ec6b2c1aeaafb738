package org.threefold.needs.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.May;
import org.threefold.access.NotFound;
import org.threefold.access.Open;
import org.threefold.calendar.CountyTime;
import org.threefold.events.NeedId;
import org.threefold.needs.Bilingual;
import org.threefold.needs.follow.Questions;
import org.threefold.needs.follow.Stage;
import org.threefold.needs.need.FiledNeed;
import org.threefold.needs.need.Glance;
import org.threefold.needs.need.Needs;
import org.threefold.needs.unit.Units;

/** Following what was filed, by its number or with the key it was filed with. */
@RestController
class FiledHttp {

  private final Needs needs;
  private final Units units;
  private final Questions questions;
  private final Clock clock;

  FiledHttp(Needs needs, Units units, Questions questions, Clock clock) {
    this.needs = needs;
    this.units = units;
    this.questions = questions;
    this.clock = clock;
  }

  @GetMapping("/open311/v2/requests/{id}.{format:json|xml}")
  @Open
  ResponseEntity<byte[]> one(@PathVariable String id, HttpServletRequest http, Locale locale) {
    return Reply.needs(http, locale, List.of(shown(filed(id, http), locale)));
  }

  /** A number is given at once, so that a token is nothing but the number itself. */
  @GetMapping("/open311/v2/tokens/{id}.{format:json|xml}")
  @Open
  ResponseEntity<byte[]> token(@PathVariable String id, HttpServletRequest http, Locale locale) {
    String number = filed(id, http).glance().need().value();
    var answer = Part.fields().with("service_request_id", number).with("token", number);
    return Reply.needs(http, locale, List.of(answer));
  }

  @GetMapping({"/open311/v2/requests.json", "/open311/v2/requests.xml"})
  @May("open311.list")
  ResponseEntity<byte[]> list(HttpServletRequest http, Locale locale) {
    Asking asking = Asking.of(http);
    ApiKey key = asking.knownKey();
    List<FiledNeed> found = found(Listing.of(asking.form(), clock.instant()), key);
    return Reply.needs(http, locale, found.stream().map(it -> shown(it, locale)).toList());
  }

  private List<FiledNeed> found(Listing wanted, ApiKey key) {
    return wanted.ids().isEmpty()
        ? needs.filed(wanted.by(key.name()), wanted.after(), wanted.pageSize())
        : needs.filed(wanted.ids()).stream().filter(it -> it.by().equals(key.name())).toList();
  }

  /** Numbers can be guessed, so only whoever filed the need may ask for it as often as it likes. */
  private FiledNeed filed(String id, HttpServletRequest http) {
    ApiKey key = Asking.of(http).key();
    if (key == null) {
      questions.mustTake(http.getRemoteAddr(), clock.instant());
    }
    Optional<FiledNeed> found = number(id).flatMap(needs::filed);
    if (key != null && found.filter(it -> it.by().equals(key.name())).isEmpty()) {
      questions.mustTake(http.getRemoteAddr(), clock.instant());
    }
    return found.orElseThrow(() -> new NotFound(id));
  }

  private static Optional<NeedId> number(String text) {
    try {
      return Optional.of(new NeedId(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // No number, so nothing has it.
    }
  }

  private Part.Fields shown(FiledNeed it, Locale locale) {
    Glance glance = it.glance();
    Offered offered = Offered.of(it.category());
    Stage stage = Stage.of(glance.status());
    return Part.fields()
        .with("service_request_id", glance.need().value())
        .with("status", it.live() ? "open" : "closed")
        .with("status_notes", new Bilingual(stage.zh(), stage.en()).in(locale))
        .with("service_name", offered.name().in(locale))
        .with("service_code", offered.category().name())
        .with("agency_responsible", units.nameOf(glance.owner()).orElse(glance.owner().value()))
        .with("requested_datetime", w3c(it.filedAt()))
        .with("updated_datetime", w3c(glance.lastStep()));
  }

  private static String w3c(Instant at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        at.truncatedTo(ChronoUnit.SECONDS).atZone(CountyTime.ZONE));
  }
}
