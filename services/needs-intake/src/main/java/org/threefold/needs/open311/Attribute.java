package org.threefold.needs.open311;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.threefold.events.AgeBand;
import org.threefold.events.ClientGroup;
import org.threefold.needs.Bilingual;

/**
 * What is asked of every need beside its words, as GeoReport describes a question with a list of
 * answers.
 *
 * @param code what a form sends back as {@code attribute[CODE]}
 * @param order its place among the others, from 1 on
 */
record Attribute(
    String code,
    int order,
    String datatype,
    Bilingual question,
    Bilingual hint,
    List<Option> options) {

  /** One of the answers. */
  record Option(String key, Bilingual name) {}

  static final Attribute AGE_BAND =
      new Attribute(
          "AGE_BAND",
          1,
          "singlevaluelist",
          new Bilingual("需要帮助的人的年龄段", "How old is whoever needs help?"),
          new Bilingual(
              "选一项;多人且年龄不同选MIXED", "One of them; MIXED for several people of different ages"),
          Stream.of(AgeBand.values()).map(it -> new Option(it.name(), nameOf(it))).toList());

  static final Attribute GROUPS =
      new Attribute(
          "GROUPS",
          2,
          "multivaluelist",
          new Bilingual("服务对象类别", "Whom is it for?"),
          new Bilingual("至少选一项,须与年龄段相符", "At least one of them; they must fit the age"),
          Stream.of(ClientGroup.values()).map(it -> new Option(it.name(), nameOf(it))).toList());

  static final List<Attribute> ALL = List.of(AGE_BAND, GROUPS);

  /** The parameter of a form that answers it with one value. */
  String parameter() {
    return "attribute[" + code + "]";
  }

  /** The parameter that may be there several times. */
  String parameters() {
    return parameter() + "[]";
  }

  /** As the definition of a service shows it. */
  Part.Fields shown(Locale locale) {
    return Part.fields()
        .with("variable", true)
        .with("code", code)
        .with("datatype", datatype)
        .with("required", true)
        .with("datatype_description", hint.in(locale))
        .with("order", order)
        .with("description", question.in(locale))
        .with(
            "values", Part.items("value", options.stream().map(it -> shown(it, locale)).toList()));
  }

  private static Part.Fields shown(Option it, Locale locale) {
    return Part.fields().with("key", it.key()).with("name", it.name().in(locale));
  }

  private static Bilingual nameOf(AgeBand it) {
    return switch (it) {
      case UNDER_14 -> new Bilingual("14岁以下", "Below 14");
      case FROM_14 -> new Bilingual("14至17岁", "14 to 17");
      case FROM_18 -> new Bilingual("18至59岁", "18 to 59");
      case FROM_60 -> new Bilingual("60至79岁", "60 to 79");
      case FROM_80 -> new Bilingual("80岁及以上", "80 and above");
      case MIXED -> new Bilingual("多人,年龄不同", "Several people of different ages");
    };
  }

  private static Bilingual nameOf(ClientGroup it) {
    return switch (it) {
      case LOW_GUARANTEE -> new Bilingual("低保", "On the minimum living guarantee");
      case EXTREMELY_POOR -> new Bilingual("特困", "Extremely poor");
      case LOW_MARGIN -> new Bilingual("低保边缘", "Just above the minimum living guarantee");
      case EXPENDITURE_HARDSHIP -> new Bilingual("支出型困难", "In hardship through expenses");
      case TEMP_ASSIST -> new Bilingual("临时救助", "On temporary assistance");
      case ELDER -> new Bilingual("老年人(60岁及以上)", "Elder, from 60");
      case ELDER_ADVANCED -> new Bilingual("高龄老人(80岁及以上)", "Elder, from 80");
      case ELDER_LEFT_BEHIND -> new Bilingual("留守老人", "Elder left behind");
      case ELDER_LIVING_ALONE -> new Bilingual("独居老人", "Elder living alone");
      case CHILD -> new Bilingual("儿童(18岁以下)", "Child, below 18");
      case CHILD_LEFT_BEHIND -> new Bilingual("留守儿童", "Child left behind");
      case CHILD_UNATTENDED -> new Bilingual("事实无人抚养儿童", "Child nobody brings up");
      case ORPHAN -> new Bilingual("孤儿", "Orphan");
      case GIRL -> new Bilingual("女童", "Girl");
      case WOMAN -> new Bilingual("妇女", "Woman");
      case DISABLED -> new Bilingual("残疾人", "With a disability");
      case VETERAN -> new Bilingual("退役军人", "Veteran");
      case MIGRANT -> new Bilingual("流动人口", "Migrant");
      case YOUTH -> new Bilingual("青少年", "Youth");
      case RESIDENT_GENERAL -> new Bilingual("一般居民", "Any resident");
    };
  }
}
