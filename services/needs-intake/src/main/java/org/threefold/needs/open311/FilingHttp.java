package org.threefold.needs.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.May;
import org.threefold.access.Refused;
import org.threefold.access.Request;
import org.threefold.calendar.CountyTime;
import org.threefold.events.NeedId;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.messaging.Cause;
import org.threefold.needs.Bilingual;
import org.threefold.needs.need.Filed;
import org.threefold.needs.need.FiledNeed;
import org.threefold.needs.need.Needs;
import org.threefold.needs.need.Raise;
import org.threefold.needs.resident.Residents;
import org.threefold.needs.unit.Units;
import org.threefold.needs.vault.Vault;

/** Filing a need. */
@RestController
class FilingHttp {

  private static final Bilingual RECORDED =
      new Bilingual(
          "已登记。请记下编号,凭编号可随时查询进展。",
          "Recorded. Keep the number: with it you can see at any time how far it has come.");

  private static final Bilingual NOT_WHO =
      new Bilingual(
          "姓名和电话未能一并保存,请直接与受理站点联系。",
          " Name and phone could not be kept with it; please contact the unit yourself.");

  private final Needs needs;
  private final Units units;
  private final Residents residents;
  private final Vault vault;

  FilingHttp(Needs needs, Units units, Residents residents, Vault vault) {
    this.needs = needs;
    this.units = units;
    this.residents = residents;
    this.vault = vault;
  }

  @PostMapping({"/open311/v2/requests.json", "/open311/v2/requests.xml"})
  @May("open311.file")
  ResponseEntity<byte[]> file(HttpServletRequest http, Request request, Locale locale) {
    Asking asking = Asking.of(http);
    ApiKey key = asking.knownKey();
    Filing filing = Filing.of(asking.form());
    Instant now = request.cause().at();
    Raise raised = raised(filing, key, CountyTime.dayOf(now));
    // Before anybody is registered for a need that is then refused.
    needs.mustTake(raised, now);
    Request named = named(request, http.getHeader("Idempotency-Key") != null);
    ResidentRef who = caller(filing, raised, named);
    var as = new Filed(key.name(), filing.category(), now);
    FiledNeed filed = needs.file(raised.of(who), as, named.cause());
    boolean lost = filing.caller() != null && who.equals(raised.resident());
    NeedId need = filed.glance().need();
    var answer =
        Part.fields()
            .with("service_request_id", need.value())
            .with("service_notice", RECORDED.in(locale) + (lost ? NOT_WHO.in(locale) : ""));
    return Reply.made(http, locale, need, answer);
  }

  private Raise raised(Filing filing, ApiKey key, LocalDate today) {
    StationId unit =
        filing.units().stream()
            .filter(it -> units.isOpen(it, today))
            .findFirst()
            .orElse(filing.units().getFirst());
    if (!key.division().covers(unit.division())) {
      throw new Refused("NEED-071", unit);
    }
    return new Raise(
        unit,
        key.channel(),
        new ResidentRef("R-" + UUID.randomUUID()),
        filing.ageBand(),
        filing.groups(),
        filing.text(),
        today,
        units.isOpen(unit, today));
  }

  /** Who it is of; nobody known, if it is not said or cannot be kept. */
  private ResidentRef caller(Filing filing, Raise raised, Request request) {
    Filing.Caller it = filing.caller();
    return it == null
        ? raised.resident()
        : residents
            .caller(it.name(), it.phone(), raised.ageBand(), raised.unit(), request)
            .orElse(raised.resident());
  }

  /**
   * The request under a name by which it is known when it comes again. GeoReport has no request
   * keys, so without one the very same words on the same day are the same request. Of the words
   * themselves no more than a keyed hash is kept, for names and numbers are among them.
   */
  private Request named(Request request, boolean byCaller) {
    Cause.Asked it = request.cause();
    String words = vault.fingerprint("filing", it.bodyHash());
    String own = request.actor().subject() + ":" + CountyTime.dayOf(it.at()) + ":" + words;
    return new Request(
        request.actor(),
        new Cause.Asked(
            byCaller ? it.key() : own, words, null, it.actor(), it.at(), it.traceparent()));
  }
}
