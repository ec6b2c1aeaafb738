package org.threefold.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a person looks up what an event means; everything but the glossary is read off
 * the code.
 */
final class Catalogue {
  private static final Comparator<Class<?>> BY_NAME = Comparator.comparing(Class::getSimpleName);

  private final StringBuilder page = new StringBuilder();
  private final Set<Class<?>> parts = new TreeSet<>(BY_NAME);
  private final Set<Class<?>> lists = new TreeSet<>(BY_NAME);

  private Catalogue() {}

  /** The page, from a template with a place for each list that is read off the code. */
  static String write(String template) {
    Catalogue catalogue = new Catalogue();
    String topics = catalogue.topics();
    return template
        .replace("{{count}}", String.valueOf(EventTypes.all().size()))
        .replace("{{topics}}\n", topics)
        .replace("{{parts}}\n", catalogue.parts())
        .replace("{{ids}}\n", ids())
        .replace("{{values}}\n", catalogue.values());
  }

  private String topics() {
    for (Topic topic : Topic.values()) {
      line("## Topic `" + topic.topicName() + "`");
      line("");
      line(Sources.meaningOf(topic.events()));
      line("");
      line(
          topic.isForeign()
              ? "Written by the systems of departments, heard by `project-management`. Key: as below."
              : "Said by `" + topic.publisher() + "`. Key: the id of the " + keysOf(topic) + ".");
      line("");
      line("| event | wire name | meaning |");
      line("|---|---|---|");
      for (Class<? extends Event> type : AsyncApi.eventsOn(topic)) {
        line(
            "| [%s](#%s) | `%s` | %s |"
                .formatted(
                    type.getSimpleName(),
                    anchor(type),
                    Approved.shortName(type),
                    Sources.meaningOf(type)));
      }
      line("");
      AsyncApi.eventsOn(topic).forEach(this::event);
    }
    return take();
  }

  private void event(Class<? extends Event> type) {
    line("### " + type.getSimpleName());
    line("");
    line(Sources.meaningOf(type));
    line("");
    line("`" + EventTypes.typeOf(type) + "`, key: " + AsyncApi.keyOf(type));
    line("");
    fields(type);
    line("```json");
    page.append(Trees.pretty(Trees.of(Samples.of(type))));
    line("```");
    line("");
  }

  private void fields(Class<?> type) {
    line("| field | type | |");
    line("|---|---|---|");
    for (RecordComponent field : type.getRecordComponents()) {
      boolean optional = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
      line(
          "| `%s` | %s | %s |"
              .formatted(
                  field.getName(), typeName(field.getGenericType()), optional ? "optional" : ""));
    }
    line("");
  }

  private String parts() {
    for (Class<?> part : parts) {
      line("### " + part.getSimpleName());
      line("");
      line(Sources.meaningOf(part));
      line("");
      fields(part);
    }
    return take();
  }

  private String values() {
    line("| list | meaning | values |");
    line("|---|---|---|");
    for (Class<?> list : lists) {
      line(
          "| <a id=\"%s\"></a>%s | %s | %s |"
              .formatted(
                  anchor(list),
                  list.getSimpleName(),
                  Sources.meaningOf(list),
                  EventSchemas.valuesOf(list).stream()
                      .map(it -> "`" + it + "`")
                      .collect(Collectors.joining(" "))));
    }
    return take();
  }

  private static String ids() {
    return Arrays.stream(Id.class.getPermittedSubclasses())
        .sorted(BY_NAME)
        .map(id ->
            "| <a id=\"%s\"></a>%s | %s | `%s` |\n"
                .formatted(
                    anchor(id),
                    id.getSimpleName(),
                    Sources.meaningOf(id),
                    EventSchemas.patternOf(id).replace("|", "\\|")))
        .collect(Collectors.joining("", "| id | meaning | form |\n|---|---|---|\n", ""));
  }

  /** The name of a type in words of the page, and a note to explain it further down. */
  private String typeName(Type type) {
    if (type instanceof ParameterizedType list) {
      return "list of " + typeName(list.getActualTypeArguments()[0]);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      lists.add(plain);
    } else if (plain.isRecord() && !Id.class.isAssignableFrom(plain)) {
      parts.add(plain);
    } else if (!Id.class.isAssignableFrom(plain)) {
      return switch (plain.getSimpleName()) {
        case "String" -> "text";
        case "int", "Integer", "long", "Long" -> "whole number";
        case "BigDecimal" -> "decimal";
        case "boolean" -> "yes or no";
        case "LocalDate" -> "day";
        case "Instant" -> "instant";
        default -> throw new IllegalStateException("No words for " + plain);
      };
    }
    return "[%s](#%s)".formatted(plain.getSimpleName(), anchor(plain));
  }

  private static String keysOf(Topic topic) {
    return AsyncApi.eventsOn(topic).stream()
        .map(AsyncApi::keyOf)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String anchor(Class<?> type) {
    return type.getSimpleName().toLowerCase(Locale.ROOT);
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  private String take() {
    String text = page.toString();
    page.setLength(0);
    return text;
  }
}
