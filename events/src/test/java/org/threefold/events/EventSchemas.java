package org.threefold.events;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schema 2020-12 of the data of each event, drawn from its record. */
final class EventSchemas {
  private static final SchemaGenerator GENERATOR = generator();

  private EventSchemas() {}

  static ObjectNode of(Class<? extends Event> type) {
    String name = EventTypes.typeOf(type);
    ObjectNode drawn = GENERATOR.generateSchema(type);
    ObjectNode schema =
        Trees.object()
            .put("$schema", drawn.required("$schema").asString())
            .put("$id", "urn:threefold:event:" + Approved.shortName(type))
            .put("title", name)
            .put("description", Sources.meaningOf(type));
    drawn.properties().forEach(it -> schema.putIfAbsent(it.getKey(), it.getValue()));
    return schema;
  }

  /** What every id of this kind looks like. */
  static String patternOf(Class<?> id) {
    try {
      Field form = id.getDeclaredField("FORM");
      form.setAccessible(true);
      return ((Pattern) form.get(null)).pattern();
    } catch (ReflectiveOperationException formless) {
      throw new IllegalStateException(id + " has no FORM", formless);
    }
  }

  /** The values of an enum as they travel. */
  static List<String> valuesOf(Class<?> type) {
    return List.of(type.getEnumConstants()).stream()
        .map(it -> Trees.valueOf(it).asString())
        .toList();
  }

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.INLINE_ALL_SCHEMAS)
            .without(Option.NULLABLE_FIELDS_BY_DEFAULT);
    config
        .forTypesInGeneral()
        .withPropertySorter((_, _) -> 0) // as declared
        .withCustomDefinitionProvider(EventSchemas::text);
    config
        .forFields()
        .withRequiredCheck(EventSchemas::isRequired)
        .withNumberInclusiveMinimumResolver(it -> isCounted(it) ? BigDecimal.ONE : null)
        .withNumberInclusiveMaximumResolver(
            it -> isCounted(it) ? BigDecimal.valueOf(ActivityEvent.MAX_REVISION) : null);
    return new SchemaGenerator(config.build());
  }

  private static boolean isRequired(FieldScope field) {
    return !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** The one number whose range a record insists on, because others count it. */
  private static boolean isCounted(FieldScope field) {
    return field.getName().equals("revision")
        && ActivityEvent.class.isAssignableFrom(field.getDeclaringType().getErasedType());
  }

  /** All that travels as JSON text; the rest the generator knows by itself. */
  private static @Nullable CustomDefinition text(
      ResolvedType type, SchemaGenerationContext context) {
    Class<?> raw = type.getErasedType();
    ObjectNode text = Trees.object().put("type", "string");
    if (Id.class.isAssignableFrom(raw)) {
      text.put("pattern", "^(" + patternOf(raw) + ")$");
    } else if (raw.isEnum()) {
      ArrayNode values = text.putArray("enum");
      valuesOf(raw).forEach(values::add);
    } else if (raw == LocalDate.class) {
      text.put("format", "date");
    } else if (raw == Instant.class) {
      text.put("format", "date-time");
    } else {
      return null;
    }
    return new CustomDefinition(
        text, CustomDefinition.INLINE_DEFINITION, CustomDefinition.INCLUDING_ATTRIBUTES);
  }
}
