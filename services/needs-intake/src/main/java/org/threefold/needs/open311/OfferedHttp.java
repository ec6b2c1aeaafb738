package org.threefold.needs.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Open;
import org.threefold.access.Refused;
import org.threefold.needs.Bilingual;

/** What can be asked for at this door, and what has to be known to ask. */
@RestController
class OfferedHttp {

  private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

  /** When services or attributes were last other ones; who keeps them asks again then. */
  private static final String CHANGED = "2026-11-25T00:00:00+08:00";

  private static final Bilingual KEYS = new Bilingual("密钥请向其索取:", "Keys are handed out by: ");

  private final Open311Settings settings;

  OfferedHttp(Open311Settings settings) {
    this.settings = settings;
  }

  @GetMapping("/open311/v2/services.{format:json|xml}")
  @Open
  ResponseEntity<byte[]> services(HttpServletRequest request, Locale locale) {
    List<Part.Fields> all = Offered.ALL.stream().map(it -> it.shown(locale)).toList();
    return Reply.of(request, locale, "services", Part.items("service", all));
  }

  @GetMapping("/open311/v2/services/{code}.{format:json|xml}")
  @Open
  ResponseEntity<byte[]> definition(
      @PathVariable String code, HttpServletRequest request, Locale locale) {
    Offered offered = Offered.find(code).orElseThrow(() -> new Refused("NEED-073", code));
    var definition =
        Part.fields()
            .with("service_code", offered.category().name())
            .with(
                "attributes",
                Part.items(
                    "attribute", Attribute.ALL.stream().map(it -> it.shown(locale)).toList()));
    return Reply.of(request, locale, "service_definition", definition);
  }

  @GetMapping("/open311/v2/discovery.{format:json|xml}")
  @Open
  ResponseEntity<byte[]> discovery(HttpServletRequest request, Locale locale) {
    var endpoint =
        Part.fields()
            .with("specification", SPECIFICATION)
            .with("url", url(request))
            .with("changeset", CHANGED)
            .with("type", "production")
            .with(
                "formats",
                Part.items(
                    "format",
                    List.of(new Part.Leaf("text/xml"), new Part.Leaf("application/json"))));
    var discovery =
        Part.fields()
            .with("changeset", CHANGED)
            .with("contact", settings.contact())
            .with("key_service", KEYS.in(locale) + settings.contact())
            .with("endpoints", Part.items("endpoint", List.of(endpoint)));
    return Reply.of(request, locale, "discovery", discovery);
  }

  private String url(HttpServletRequest request) {
    URI set = settings.url();
    return set != null
        ? set.toString()
        : request.getRequestURL().toString().replaceFirst("/discovery\\.[a-z]+$", "");
  }
}
