package org.threefold.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class SchemaChangesTest {
  private static final String SCHEMA =
      """
      {
        "type": "object",
        "properties": {
          "need": {"type": "string", "pattern": "^N-[0-9]+$"},
          "band": {"type": "string", "enum": ["A", "B", "C"]},
          "rating": {"type": "integer"},
          "lines": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {"amountFen": {"type": "integer"}},
              "required": ["amountFen"]
            }
          }
        },
        "required": ["need", "band", "lines"]
      }
      """;

  @Test
  void the_same_schema_has_not_changed() {
    assertThat(changes(it -> {})).isEqualTo(new SchemaChanges(List.of(), List.of()));
  }

  @Test
  void a_new_optional_field_breaks_nobody() {
    SchemaChanges changes = changes(it -> properties(it).putObject("round").put("type", "integer"));

    assertThat(changes.breaking()).isEmpty();
    assertThat(changes.harmless()).containsExactly(".round is new and optional");
  }

  @Test
  void a_new_value_breaks_nobody_who_was_brought_up_to_date_first() {
    SchemaChanges changes = changes(it -> values(it).add("D"));

    assertThat(changes.breaking()).isEmpty();
    assertThat(changes.harmless()).singleElement().asString().startsWith("value D of .band is new");
  }

  @Test
  void a_removed_field_breaks() {
    assertThat(changes(it -> properties(it).remove("rating")).breaking())
        .containsExactly(".rating is removed");
  }

  @Test
  void a_new_required_field_breaks() {
    assertThat(
            changes(
                    it -> {
                      properties(it).putObject("round").put("type", "integer");
                      required(it).add("round");
                    })
                .breaking())
        .containsExactly(".round is now required");
  }

  @Test
  void an_optional_field_that_becomes_required_breaks() {
    assertThat(changes(it -> required(it).add("rating")).breaking())
        .containsExactly(".rating is now required");
  }

  @Test
  void a_required_field_that_becomes_optional_breaks() {
    assertThat(changes(it -> required(it).remove(1)).breaking())
        .containsExactly(".band was always there and may now be absent");
  }

  @Test
  void a_changed_type_breaks() {
    assertThat(changes(it -> property(it, "rating").put("type", "string")).breaking())
        .containsExactly("type of .rating was integer and is string");
  }

  @Test
  void a_changed_form_of_an_id_breaks() {
    assertThat(changes(it -> property(it, "need").put("pattern", "^N-[0-9]{4}$")).breaking())
        .containsExactly("pattern of .need was ^N-[0-9]+$ and is ^N-[0-9]{4}$");
  }

  @Test
  void a_removed_value_breaks() {
    assertThat(changes(it -> values(it).remove(0)).breaking())
        .containsExactly("value A of .band is removed");
  }

  @Test
  void a_text_that_becomes_a_list_of_values_breaks() {
    assertThat(changes(it -> property(it, "need").putArray("enum").add("N-1")).breaking())
        .containsExactly(".need had 0 values and has 1");
  }

  @Test
  void a_change_inside_a_list_breaks_as_well() {
    assertThat(
            changes(it ->
                    ((ObjectNode) property(it, "lines").required("items").required("properties"))
                        .remove("amountFen"))
                .breaking())
        .contains(".lines[].amountFen is removed");
  }

  private static SchemaChanges changes(Consumer<ObjectNode> change) {
    ObjectNode after = Trees.parseObject(SCHEMA);
    change.accept(after);
    return SchemaChanges.between(Trees.parse(SCHEMA), after);
  }

  private static ObjectNode properties(ObjectNode schema) {
    return (ObjectNode) schema.required("properties");
  }

  private static ObjectNode property(ObjectNode schema, String name) {
    return (ObjectNode) properties(schema).required(name);
  }

  private static ArrayNode required(ObjectNode schema) {
    return (ArrayNode) schema.required("required");
  }

  private static ArrayNode values(ObjectNode schema) {
    return (ArrayNode) property(schema, "band").required("enum");
  }
}
