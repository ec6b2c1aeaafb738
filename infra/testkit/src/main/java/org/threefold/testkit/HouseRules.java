package org.threefold.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The tree is still the tree. One test per service says {@code HouseRules.check("org.threefold.…")}
 * and all of these hold for it.
 */
public final class HouseRules {

  private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

  /** What may ask the time and make ids: what stands between the domain and the world. */
  private static final List<String> EDGES =
      List.of("Http", "Messaging", "Store", "Settings", "Application", "Configuration");

  private static final Set<String> TIME_AND_CHANCE =
      Set.of(
          "java.util.UUID.randomUUID",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Math.random",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system");

  /** {@code package-info.java} with {@code @NullMarked} in every package. */
  public static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
      classes()
          .should(
              condition(
                  "live in a package marked @NullMarked",
                  it ->
                      it.getPackage().isAnnotatedWith(NULL_MARKED)
                          ? List.of()
                          : List.of(it.getPackageName() + " is not @NullMarked: " + it.getName())))
          .because("NullAway only looks at packages that are marked");

  /** The domain is told the time and its ids; only the edges ask for them. */
  public static final ArchRule THE_DOMAIN_ASKS_NEITHER_TIME_NOR_CHANCE =
      classes()
          .that(resideInAPackage("org.threefold.*.*.."))
          .and(describe("are no edge", it -> !isEdge(it)))
          .should(condition("ask neither the time nor chance", HouseRules::timeAndChance))
          .because("a decision must give the same answer whenever it is asked again")
          .allowEmptyShould(true);

  /** Commands and aggregates, with all that is nested in them, are plain Java. */
  public static final ArchRule COMMANDS_AND_AGGREGATES_ARE_PLAIN_JAVA =
      noClasses()
          .that(describe("are commands or aggregates", it -> isPlain(outermost(it))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..", "com.mongodb..", "org.bson..", "tools.jackson..")
          .because("a rule must be readable and testable without a framework")
          .allowEmptyShould(true);

  /** What a class needs, it says in its constructor. */
  public static final ArchRule NO_FIELD_INJECTION =
      noFields()
          .should()
          .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
          .orShould()
          .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
          .orShould()
          .beAnnotatedWith("jakarta.inject.Inject")
          .orShould()
          .beAnnotatedWith("jakarta.annotation.Resource")
          .because("a constructor shows what is needed, and settings are records")
          .allowEmptyShould(true);

  /** A package is a feature, not a layer and not a drawer. */
  public static final ArchRule NO_LAYERS_AND_NO_DRAWERS =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..common..",
              "..util..",
              "..utils..",
              "..helper..",
              "..controller..",
              "..service..",
              "..repository..",
              "..dto..")
          .because("packages are named after what the county does");

  /** For test classes: a sleep is too short on a slow machine and too long on every other. */
  public static final ArchRule NO_SLEEP =
      classes()
          .should(
              condition(
                  "not sleep",
                  it ->
                      it.getMethodCallsFromSelf().stream()
                          .filter(HouseRules::sleeps)
                          .map(JavaMethodCall::getDescription)
                          .toList()))
          .because("Eventually waits as long as it takes and no longer")
          .allowEmptyShould(true);

  private HouseRules() {}

  /**
   * Services meet in {@code events} and the infrastructure, nowhere else.
   *
   * @param service the service's package, for example {@code org.threefold.needs}
   */
  public static ArchRule keepsToItself(String service) {
    return noClasses()
        .that()
        .resideInAPackage(service + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.threefold..")
                .and(
                    resideOutsideOfPackages(
                        service + "..",
                        "org.threefold.events..",
                        "org.threefold.calendar..",
                        "org.threefold.messaging..",
                        "org.threefold.access..",
                        "org.threefold.testkit..")))
        .because("what is not in events does not exist for the others")
        .allowEmptyShould(true);
  }

  /** The features of a service do not go round in circles. */
  public static ArchRule featuresHaveNoCycles(String service) {
    return slices()
        .matching(service + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("a feature that needs another must be readable after it")
        .allowEmptyShould(true);
  }

  /**
   * All of it, for the classes of a service and for its tests.
   *
   * @throws AssertionError naming each violation, or if there are no such classes
   */
  public static void check(String service) {
    Quiet.loggers(Map.of("com.tngtech.archunit", "WARN"));
    check(
        service,
        classesOf(service, Predefined.DO_NOT_INCLUDE_TESTS),
        classesOf(service, Predefined.ONLY_INCLUDE_TESTS));
  }

  static void check(String service, JavaClasses code, JavaClasses tests) {
    EVERY_PACKAGE_IS_NULL_MARKED.check(code);
    THE_DOMAIN_ASKS_NEITHER_TIME_NOR_CHANCE.check(code);
    COMMANDS_AND_AGGREGATES_ARE_PLAIN_JAVA.check(code);
    NO_FIELD_INJECTION.check(code);
    NO_LAYERS_AND_NO_DRAWERS.check(code);
    keepsToItself(service).check(code);
    featuresHaveNoCycles(service).check(code);
    NO_SLEEP.check(tests);
  }

  private static JavaClasses classesOf(String service, ImportOption which) {
    return new ClassFileImporter().withImportOption(which).importPackages(service);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(HouseRules::outermost).orElse(type);
  }

  private static boolean isEdge(JavaClass type) {
    return EDGES.stream().anyMatch(outermost(type).getSimpleName()::endsWith);
  }

  private static boolean isPlain(JavaClass type) {
    return type.getSimpleName().endsWith("Command") || (has(type, "decide") && has(type, "after"));
  }

  private static boolean has(JavaClass type, String method) {
    return type.getMethods().stream().anyMatch(it -> it.getName().equals(method));
  }

  private static List<String> timeAndChance(JavaClass type) {
    return type.getMethodCallsFromSelf().stream()
        .filter(it -> asksTime(it) || TIME_AND_CHANCE.contains(nameOf(it)))
        .map(JavaMethodCall::getDescription)
        .toList();
  }

  /** {@code Instant.now()} and its like; with a clock as argument they only ask who was told. */
  private static boolean asksTime(JavaMethodCall call) {
    return call.getName().equals("now")
        && call.getTargetOwner().getPackageName().equals("java.time")
        && call.getTarget().getRawParameterTypes().stream()
            .noneMatch(it -> it.isEquivalentTo(Clock.class));
  }

  private static boolean sleeps(JavaMethodCall call) {
    return call.getName().equals("sleep")
        && Set.of("java.lang.Thread", "java.util.concurrent.TimeUnit")
            .contains(call.getTargetOwner().getName());
  }

  private static String nameOf(JavaMethodCall call) {
    return call.getTargetOwner().getName() + "." + call.getName();
  }

  private static ArchCondition<JavaClass> condition(
      String description, Function<JavaClass, List<String>> violations) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (var violation : violations.apply(type)) {
          events.add(SimpleConditionEvent.violated(type, violation));
        }
      }
    };
  }
}
