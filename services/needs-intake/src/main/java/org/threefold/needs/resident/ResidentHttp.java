package org.threefold.needs.resident;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Actor;
import org.threefold.access.Answer;
import org.threefold.access.May;
import org.threefold.access.Refused;
import org.threefold.access.Request;
import org.threefold.calendar.CountyTime;
import org.threefold.events.ResidentRef;
import org.threefold.messaging.Versioned;
import org.threefold.needs.look.Looking;
import org.threefold.needs.resident.Resident.Erased;
import org.threefold.needs.resident.Resident.Registered;
import org.threefold.needs.resident.ResidentView.Clear;
import org.threefold.needs.resident.ResidentView.Known;
import org.threefold.needs.resident.ResidentView.Masked;
import org.threefold.needs.resident.ResidentView.Stone;
import org.threefold.needs.unit.Units;

/** Residents over HTTP. Nothing of who they are is ever part of an address. */
@RestController
@RequestMapping(ResidentHttp.PATH)
class ResidentHttp {

  static final String PATH = "/api/v1/residents";

  private final Residents residents;
  private final Units units;

  ResidentHttp(Residents residents, Units units) {
    this.residents = residents;
    this.units = units;
  }

  @PostMapping
  @May("resident.register")
  ResponseEntity<Known> register(@Valid @RequestBody ResidentBody.Register body, Request request) {
    request.mustCover(body.unit().division(), body.unit());
    if (!units.isOpen(body.unit(), CountyTime.dayOf(request.cause().at()))) {
      throw new Refused("NEED-002", body.unit());
    }
    Registered made = residents.register(body.told(), body.unit(), request);
    return Answer.created(versioned(made), PATH + "/" + made.ref(), _ -> Known.of(made));
  }

  @GetMapping("/{ref}")
  @May("resident.read")
  ResponseEntity<Object> one(@PathVariable ResidentRef ref, Actor actor) {
    Resident found = residents.known(ref, actor);
    return Answer.of(versioned(found), this::shown);
  }

  private Object shown(Resident it) {
    return switch (it) {
      case Registered kept -> Masked.of(kept, residents.opened(kept));
      case Erased erased -> Stone.of(erased);
    };
  }

  @PostMapping("/{ref}/look")
  @May("resident.look")
  Clear look(
      @PathVariable ResidentRef ref, @Valid @RequestBody ResidentBody.Look body, Request request) {
    return Clear.of(ref, residents.look(ref, body.why(), body.note(), request));
  }

  @PostMapping("/search")
  @May("resident.search")
  List<Masked> search(@Valid @RequestBody ResidentBody.Search body, Request request) {
    return found(body, request).stream().map(it -> Masked.of(it, residents.opened(it))).toList();
  }

  private List<Registered> found(ResidentBody.Search body, Request request) {
    if ((body.phone() == null) == (body.idNumber() == null)) {
      throw new Refused("NEED-044");
    }
    if (body.phone() != null) {
      return residents.search(
          Phone.of(body.phone()).orElseThrow(() -> new Refused("NEED-040", Field.PHONE)), request);
    }
    return residents.search(
        IdNumber.of(Objects.requireNonNull(body.idNumber()))
            .orElseThrow(() -> new Refused("NEED-040", Field.ID_NUMBER)),
        request);
  }

  @PostMapping("/{ref}/correct")
  @May("resident.correct")
  ResponseEntity<Known> correct(
      @PathVariable ResidentRef ref,
      @Valid @RequestBody ResidentBody.Correct body,
      Request request) {
    List<Field> removed = Objects.requireNonNullElse(body.remove(), List.of());
    Registered now = residents.correct(ref, body.told(), removed, request);
    return Answer.of(versioned(now), _ -> Known.of(now));
  }

  @PostMapping("/{ref}/erase")
  @May("resident.erase")
  ResponseEntity<Stone> erase(
      @PathVariable ResidentRef ref, @Valid @RequestBody ResidentBody.Erase body, Request request) {
    Erased erased = residents.erase(ref, body.reason(), request);
    return Answer.of(versioned(erased), _ -> Stone.of(erased));
  }

  @GetMapping("/{ref}/looks")
  @May("resident.looks")
  List<Looking> looks(@PathVariable ResidentRef ref, Actor actor) {
    return residents.looks(ref, actor);
  }

  private static Versioned<Resident> versioned(Resident it) {
    return new Versioned<>(it.ref().value(), it.rev(), it);
  }
}
