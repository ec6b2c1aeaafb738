package org.threefold.needs.open311;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.threefold.events.NeedCategory;
import org.threefold.needs.Bilingual;

/**
 * What can be asked for at this door: each need category is a service of GeoReport, with its name
 * as the code.
 */
record Offered(NeedCategory category, Bilingual group, Bilingual name, Bilingual description) {

  private static final Bilingual DAILY_LIFE = new Bilingual("生活照料", "Daily life");
  private static final Bilingual HEALTH = new Bilingual("身心健康", "Health");
  private static final Bilingual WORK = new Bilingual("就业与技能", "Work and skills");
  private static final Bilingual RELIEF = new Bilingual("政策与救助", "Advice and relief");
  private static final Bilingual COMMUNITY = new Bilingual("社区生活", "Community life");
  private static final Bilingual OTHER_KINDS = new Bilingual("其他", "Other");

  static final List<Offered> ALL = Stream.of(NeedCategory.values()).map(Offered::of).toList();

  private Offered(
      NeedCategory category,
      Bilingual group,
      String zh,
      String en,
      String aboutZh,
      String aboutEn) {
    this(category, group, new Bilingual(zh, en), new Bilingual(aboutZh, aboutEn));
  }

  /** The service with this code, if there is one. */
  static Optional<Offered> find(String code) {
    return ALL.stream().filter(it -> it.category.name().equals(code)).findFirst();
  }

  static Offered of(NeedCategory category) {
    return switch (category) {
      case MEAL_CARE ->
          new Offered(
              category,
              DAILY_LIFE,
              "助餐照料",
              "Meals and care",
              "热饭、送餐",
              "A hot meal, at a table or brought home");
      case COMPANIONSHIP ->
          new Offered(
              category,
              DAILY_LIFE,
              "陪伴",
              "Companionship",
              "探访、聊天、陪同就医",
              "Visits, a talk, somebody to come along");
      case HOMEWORK_CHILDCARE ->
          new Offered(
              category,
              DAILY_LIFE,
              "课业托管",
              "Homework and childcare",
              "放学后照看儿童、辅导作业",
              "Children looked after and helped after school");
      case SAFETY_CHECK ->
          new Offered(
              category,
              DAILY_LIFE,
              "安全巡访",
              "Safety check",
              "检查并消除居家安全隐患",
              "A look at what is dangerous at home");
      case HEALTH_LINK ->
          new Offered(
              category,
              HEALTH,
              "健康服务链接",
              "Health link",
              "联系医生、体检、用药指导",
              "The way to a doctor, a check, a medicine");
      case REHAB ->
          new Offered(category, HEALTH, "康复", "Rehabilitation", "康复训练、辅具", "Training and aids");
      case EMPLOYMENT_LINK ->
          new Offered(category, WORK, "就业链接", "Employment link", "求职、用工信息", "The way to a job");
      case POLICY_ADVICE ->
          new Offered(
              category,
              RELIEF,
              "政策咨询",
              "Policy advice",
              "补贴、保险、办事流程",
              "Allowances, insurance, how to apply");
      case DISPUTE ->
          new Offered(
              category,
              COMMUNITY,
              "纠纷调解",
              "Dispute",
              "邻里、家庭矛盾调解",
              "Somebody to mediate among neighbours or in a family");
      case ENVIRONMENT ->
          new Offered(
              category, COMMUNITY, "环境治理", "Environment", "垃圾、污水、噪声", "Waste, water, noise");
      case PUBLIC_SPACE ->
          new Offered(
              category,
              COMMUNITY,
              "公共空间",
              "Public space",
              "道路、照明、活动场地",
              "Ways, lights, places to meet");
      case CULTURE ->
          new Offered(
              category, COMMUNITY, "文化活动", "Culture", "文体活动、节庆", "Music, sports, festivals");
      case SKILL_TRAINING ->
          new Offered(category, WORK, "技能培训", "Skill training", "学习一门手艺", "Learning a trade");
      case EMERGENCY_HARDSHIP ->
          new Offered(
              category,
              RELIEF,
              "急难救助",
              "Emergency hardship",
              "突发困难的临时帮助",
              "Help when something has happened");
      case PSYCHOLOGICAL ->
          new Offered(
              category,
              HEALTH,
              "心理支持",
              "Psychological support",
              "倾听、疏导",
              "Somebody to listen and to help");
      case OTHER ->
          new Offered(
              category, OTHER_KINDS, "其他", "Other", "以上没有的", "Whatever is not in this list");
    };
  }

  /** The service as a list of them shows it. */
  Part.Fields shown(Locale locale) {
    return Part.fields()
        .with("service_code", category.name())
        .with("service_name", name.in(locale))
        .with("description", description.in(locale))
        .with("metadata", true)
        .with("type", "realtime")
        .with("keywords", "")
        .with("group", group.in(locale));
  }
}
