package org.threefold.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as JSON and back.
 *
 * <p>Reading ignores fields it does not know, so a newer publisher may add some; it refuses data in
 * which a field that must be there is missing, has another type, or stands twice. The same event
 * gives the same bytes for ever.
 */
public final class EventCodec {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .withCoercionConfigDefaults(it -> it.setAcceptBlankAsEmpty(false))
          .addModule(StrictValues.module())
          .build();

  private static final Map<Class<?>, List<RecordComponent>> REQUIRED = new ConcurrentHashMap<>();

  private EventCodec() {}

  /** The data of the event as UTF-8 JSON. */
  public static byte[] write(Event event) {
    return JSON.writeValueAsBytes(event);
  }

  /**
   * The event in the data of a fact.
   *
   * @throws NotAFact if the data does not fit the type
   */
  public static <E extends Event> E read(Class<E> type, byte @Nullable [] data) {
    if (data == null) {
      throw new NotAFact("There is no data of " + EventTypes.typeOf(type));
    }
    try {
      E event = JSON.readValue(data, type);
      if (event == null) {
        throw new NotAFact("The data of " + EventTypes.typeOf(type) + " is null");
      }
      requireComplete(event, type.getSimpleName());
      Objects.requireNonNull(event.stream(), "stream");
      return event;
    } catch (JacksonException unfit) {
      // Not as a cause: its message quotes the data.
      throw new NotAFact(
          "The data does not fit " + EventTypes.typeOf(type) + ": " + Misfit.describe(unfit));
    } catch (IllegalArgumentException unnamed) {
      throw new NotAFact("The data of " + EventTypes.typeOf(type) + " names no stream");
    }
  }

  private static void requireComplete(Object value, String path) {
    for (RecordComponent component :
        REQUIRED.computeIfAbsent(value.getClass(), EventCodec::required)) {
      Object part = get(component, value);
      String partPath = path + "." + component.getName();
      if (part == null) {
        throw new NotAFact(partPath + " is missing");
      }
      if (part instanceof Record inner && !(inner instanceof Id)) {
        requireComplete(inner, partPath);
      } else if (part instanceof List<?> list) {
        for (Object item : list) {
          if (item instanceof Record inner && !(inner instanceof Id)) {
            requireComplete(inner, partPath);
          }
        }
      }
    }
  }

  /** Components that may not be absent and are not primitive, which the parser sees to. */
  private static List<RecordComponent> required(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(it -> !it.getType().isPrimitive())
        .filter(it -> !it.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .toList();
  }

  private static @Nullable Object get(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException(
          "The accessor of a public record failed: " + component, impossible);
    }
  }
}
