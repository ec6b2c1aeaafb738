package org.threefold.funds.statement;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.threefold.access.problems.Flaw;
import org.threefold.access.problems.Problem;
import org.threefold.access.problems.WithProblem;

/**
 * How a statement is asked for.
 *
 * @param period {@code from=2026-01-01&to=2027-01-01}
 * @param format {@code format=json|csv|xlsx}, or what the Accept header likes best
 * @param after of JSON only: lines after this entry
 * @param limit of JSON only: so many lines, 1 to 200; entries are never cut
 * @param language of the headings
 */
record Asked(Period period, Format format, long after, int limit, Locale language) {

  private static final int USUAL_LINES = 50;
  private static final int MOST_LINES = 200;

  /**
   * What the request asks for.
   *
   * @throws WithProblem if a parameter is malformed (API-013) or the format is none of ours
   *     (API-012)
   */
  static Asked of(HttpServletRequest request) {
    LocalDate from = day(request, "from");
    LocalDate to = day(request, "to");
    if (!from.isBefore(to)) {
      throw malformed("to");
    }
    return new Asked(
        new Period(from, to),
        format(request),
        value(request, "after", Long::valueOf).orElse(0L),
        value(request, "limit", Asked::lines).orElse(USUAL_LINES),
        RequestContextUtils.getLocale(request));
  }

  private static LocalDate day(HttpServletRequest request, String name) {
    return value(request, name, Asked::day)
        .orElseThrow(
            () -> Problem.of("API-013", name).at(Flaw.parameter(name, "field.missing")).thrown());
  }

  private static LocalDate day(String text) {
    LocalDate day = LocalDate.parse(text);
    if (!Period.isOurs(day)) {
      throw new IllegalArgumentException("Not a day of this millennium");
    }
    return day;
  }

  private static int lines(String text) {
    int lines = Integer.parseInt(text);
    if (lines < 1 || lines > MOST_LINES) {
      throw new IllegalArgumentException("1 to " + MOST_LINES + " lines at once");
    }
    return lines;
  }

  private static Format format(HttpServletRequest request) {
    Optional<Format> named =
        value(
            request,
            "format",
            text -> Format.named(text).orElseThrow(IllegalArgumentException::new));
    String accept = request.getHeader("Accept");
    return named
        .or(() -> Format.accepted(accept == null ? "*/*" : accept))
        .orElseThrow(() -> Problem.of("API-012").as(406).thrown());
  }

  private static <T> Optional<T> value(
      HttpServletRequest request, String name, Function<String, T> form) {
    String[] values = request.getParameterValues(name);
    if (values == null) {
      return Optional.empty();
    }
    try {
      if (values.length == 1) {
        return Optional.of(form.apply(values[0]));
      }
    } catch (IllegalArgumentException | DateTimeException misfit) {
      throw malformed(name);
    }
    throw malformed(name);
  }

  private static WithProblem malformed(String name) {
    return Problem.of("API-013", name).at(Flaw.parameter(name, "field.form")).thrown();
  }
}
