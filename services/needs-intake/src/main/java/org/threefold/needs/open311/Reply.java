package org.threefold.needs.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.threefold.events.NeedId;

/** Answers in the format that the path ends with. */
final class Reply {

  private Reply() {}

  /** 200 with this. */
  static ResponseEntity<byte[]> of(
      HttpServletRequest request, Locale locale, String root, Part part) {
    return answer(ResponseEntity.ok(), request, locale, root, part);
  }

  /** 200 with needs, which are service requests here; nobody else is to keep the answer. */
  static ResponseEntity<byte[]> needs(
      HttpServletRequest request, Locale locale, List<Part.Fields> needs) {
    return needs(ResponseEntity.ok(), request, locale, needs);
  }

  /** 201 with a need, and where it can be followed. */
  static ResponseEntity<byte[]> made(
      HttpServletRequest request, Locale locale, NeedId need, Part.Fields shown) {
    String list = request.getRequestURI();
    int suffix = list.lastIndexOf('.');
    URI path = URI.create(list.substring(0, suffix) + "/" + need + list.substring(suffix));
    return needs(ResponseEntity.created(path), request, locale, List.of(shown));
  }

  private static ResponseEntity<byte[]> needs(
      ResponseEntity.BodyBuilder answer,
      HttpServletRequest request,
      Locale locale,
      List<Part.Fields> needs) {
    return answer(
        answer.cacheControl(CacheControl.noStore()),
        request,
        locale,
        "service_requests",
        Part.items("request", needs));
  }

  private static ResponseEntity<byte[]> answer(
      ResponseEntity.BodyBuilder answer,
      HttpServletRequest request,
      Locale locale,
      String root,
      Part part) {
    var format = Format.of(request.getRequestURI());
    return answer
        .contentType(MediaType.parseMediaType(format.mediaType()))
        .header("Content-Language", locale.getLanguage())
        .body(format.write(root, part));
  }
}
