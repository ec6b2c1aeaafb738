package org.threefold.funds.statement;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What a statement can be had as. */
enum Format {
  JSON("application/json"),
  CSV("text/csv;charset=UTF-8;header=present"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String type;

  Format(String type) {
    this.type = type;
  }

  MediaType type() {
    return MediaType.parseMediaType(type);
  }

  /** The end of a file's name. */
  String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format with this extension. */
  static Optional<Format> named(String extension) {
    return List.of(values()).stream().filter(it -> it.extension().equals(extension)).findFirst();
  }

  /** The format an Accept header likes best. */
  static Optional<Format> accepted(String header) {
    try {
      return MediaType.parseMediaTypes(header).stream()
          .filter(it -> it.getQualityValue() > 0)
          .sorted(
              Comparator.comparingDouble(MediaType::getQualityValue)
                  .reversed()
                  .thenComparing(MediaType::isWildcardType))
          .flatMap(it -> List.of(values()).stream().filter(format -> it.includes(format.type())))
          .findFirst();
    } catch (InvalidMediaTypeException malformed) {
      return Optional.empty();
    }
  }
}
