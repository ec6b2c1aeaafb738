package org.threefold.needs.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written is read back by readers that know nothing of the writers. */
class FormatTest {

  private static final Part TREE =
      Part.fields()
          .with("code", "MEAL_CARE")
          .with("order", 2)
          .with("required", true)
          .with("missing", null)
          .with(
              "values",
              Part.items(
                  "value",
                  List.of(
                      Part.fields().with("key", "A").with("name", "甲"),
                      Part.fields().with("key", "B").with("name", "乙"))));

  @Test
  void json_keeps_kinds_and_order_and_leaves_out_what_is_not_there() {
    JsonNode read = new JsonMapper().readTree(Format.JSON.write("root", TREE));
    assertThat(read.propertyNames()).containsExactly("code", "order", "required", "values");
    assertThat(read.path("order").isInt()).isTrue();
    assertThat(read.path("required").isBoolean()).isTrue();
    assertThat(read.at("/values/1/name").asString()).isEqualTo("乙");
  }

  @Test
  void xml_names_the_root_and_each_item() {
    Document read = Xml.read(Format.XML.write("root", TREE));
    Element root = read.getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("root");
    assertThat(Xml.text(read, "/root/order")).isEqualTo("2");
    assertThat(Xml.text(read, "/root/required")).isEqualTo("true");
    assertThat(Xml.text(read, "/root/values/value[2]/name")).isEqualTo("乙");
    assertThat(Xml.count(read, "/root/values/value")).isEqualTo(2);
    assertThat(Xml.count(read, "/root/missing")).isZero();
    assertThat(new String(Format.XML.write("root", TREE), StandardCharsets.UTF_8))
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  }

  @Test
  void an_empty_list_is_an_empty_list_in_both() {
    Part none = Part.items("request", List.of());
    assertThat(new String(Format.JSON.write("service_requests", none), StandardCharsets.UTF_8))
        .isEqualTo("[]");
    Document read = Xml.read(Format.XML.write("service_requests", none));
    assertThat(Xml.count(read, "/service_requests/*")).isZero();
  }

  @Test
  void what_xml_has_signs_for_or_cannot_say_does_no_harm() {
    String wild = "<b>&amp;\"' ]]> </root> 𠀀👩‍🦽 \t\n";
    for (String text : List.of(wild, "a\u0000b\u001bc\ufffed\ud800e\uffff")) {
      Document read = Xml.read(Format.XML.write("root", new Part.Leaf(text)));
      assertThat(Xml.text(read, "/root"))
          .isEqualTo(text.replaceAll("[\u0000\u001b\ufffe\uffff\ud800]", "\ufffd"));
    }
    JsonNode read = new JsonMapper().readTree(Format.JSON.write("root", new Part.Leaf(wild)));
    assertThat(read.asString()).isEqualTo(wild);
  }

  @Test
  void the_end_of_the_path_says_which() {
    assertThat(Format.of("/open311/v2/services.json")).isEqualTo(Format.JSON);
    assertThat(Format.of("/open311/v2/services.xml")).isEqualTo(Format.XML);
    assertThat(Format.of("/open311/v2/nowhere")).isEqualTo(Format.XML);
  }
}
