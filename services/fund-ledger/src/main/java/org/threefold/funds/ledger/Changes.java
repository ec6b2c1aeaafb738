package org.threefold.funds.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threefold.funds.journal.Noted;
import tools.jackson.databind.json.JsonMapper;

/** Changes and whole books as JSON and back; the same value gives the same bytes. */
final class Changes {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private static final Map<String, Class<?>> KINDS =
      records(Change.class).collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

  /** What stood in the first snapshots is there; the rest may be missing. */
  private record Picture(
      List<Fund> funds,
      List<Funding> fundings,
      @Nullable List<Source> sources,
      @Nullable List<Receipts.Receipt> receipts,
      @Nullable List<Change.Allocated> allocations,
      @Nullable List<Leverages.Leverage> leverages,
      @Nullable List<MicroFund> micros,
      @Nullable List<Fees.Fee> fees,
      @Nullable List<Change.ProgrammeLearned> programmes) {}

  private Changes() {}

  static Noted write(Change change) {
    return new Noted(change.getClass().getSimpleName(), JSON.writeValueAsBytes(change));
  }

  /**
   * The change as it was noted.
   *
   * @throws IllegalArgumentException if it is none that this program knows
   */
  static Change read(Noted noted) {
    Class<?> kind = KINDS.get(noted.kind());
    if (kind == null) {
      throw new IllegalArgumentException("A change of unknown kind: " + noted.kind());
    }
    return (Change) JSON.readValue(noted.data(), kind);
  }

  static byte[] save(
      Stream<Fund> funds,
      Stream<Funding> fundings,
      Stream<Source> sources,
      Stream<Receipts.Receipt> receipts,
      Stream<Change.Allocated> allocations,
      Stream<Leverages.Leverage> leverages,
      Stream<MicroFund> micros,
      Stream<Fees.Fee> fees,
      Stream<Change.ProgrammeLearned> programmes) {
    return JSON.writeValueAsBytes(
        new Picture(
            funds.toList(),
            fundings.toList(),
            sources.toList(),
            receipts.toList(),
            allocations.toList(),
            leverages.toList(),
            micros.toList(),
            fees.toList(),
            programmes.toList()));
  }

  static void load(byte[] saved, FundBook book) {
    Picture picture = JSON.readValue(saved, Picture.class);
    picture.funds().forEach(book::put);
    picture.fundings().forEach(book::put);
    orNone(picture.sources()).forEach(book::put);
    orNone(picture.receipts()).forEach(book.receipts()::put);
    orNone(picture.allocations()).forEach(book::after);
    orNone(picture.leverages()).forEach(book.leverages()::put);
    orNone(picture.micros()).forEach(book.micros()::put);
    orNone(picture.fees()).forEach(book.fees()::put);
    orNone(picture.programmes()).forEach(book::after);
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return Objects.requireNonNullElse(list, List.of());
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(Changes::records);
  }
}
