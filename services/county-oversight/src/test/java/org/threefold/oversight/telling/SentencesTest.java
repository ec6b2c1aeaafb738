package org.threefold.oversight.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.access.Role;
import org.threefold.events.ActivityEvent;
import org.threefold.events.ActivityType;
import org.threefold.events.ArchiveDocument;
import org.threefold.events.CaseCloseReason;
import org.threefold.events.CaseMethod;
import org.threefold.events.CaseOutcome;
import org.threefold.events.CaseReceiver;
import org.threefold.events.Channel;
import org.threefold.events.ClientGroup;
import org.threefold.events.DeclineReason;
import org.threefold.events.DeskOutcome;
import org.threefold.events.EvaluationKind;
import org.threefold.events.Event;
import org.threefold.events.EventCodec;
import org.threefold.events.EventTypes;
import org.threefold.events.FeedbackChannel;
import org.threefold.events.GovernanceField;
import org.threefold.events.Grade;
import org.threefold.events.GrantPurpose;
import org.threefold.events.HelpUrgency;
import org.threefold.events.IncentiveKind;
import org.threefold.events.NeedCategory;
import org.threefold.events.OperatorOrigin;
import org.threefold.events.PayerKind;
import org.threefold.events.ProgrammeState;
import org.threefold.events.PurchaseMethod;
import org.threefold.events.ReleaseCause;
import org.threefold.events.ReopenReason;
import org.threefold.events.ResourceKind;
import org.threefold.events.ReturnReason;
import org.threefold.events.RiskLevel;
import org.threefold.events.Route;
import org.threefold.events.SafeguardingEvent;
import org.threefold.events.Severity;
import org.threefold.events.StaffCategory;
import org.threefold.events.SupplierType;
import org.threefold.events.UnplanCause;
import org.threefold.events.VisitPurpose;
import org.threefold.oversight.need.NeedStatus;
import org.threefold.oversight.need.Step;
import org.threefold.oversight.project.ProjectStatus;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The page has words for all that can be said. */
class SentencesTest {

  private static final Path SAMPLES = Path.of("../../events/src/test/resources/approved");
  private static final Path WORDS = Path.of("page/src/words");
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  /** Where one fact says two things. */
  private static final Set<String> VARIANTS =
      Set.of(
          "need.matched.insufficient",
          "need.in-service.direct",
          "need.served.direct",
          "need.closed.auto",
          "case.followed-up.relapsed",
          "evaluation.survey-closed.invalid",
          "evaluation.scored.capped");

  /** Which lists the codes in a sentence come from. */
  private static final Map<String, List<Class<? extends Enum<?>>>> LISTS =
      Map.ofEntries(
          Map.entry("channel", List.of(Channel.class)),
          Map.entry("purpose", List.of(VisitPurpose.class)),
          Map.entry("came", List.of(DeskOutcome.class)),
          Map.entry("help", List.of(HelpUrgency.class)),
          Map.entry("groups", List.of(ClientGroup.class)),
          Map.entry("category", List.of(NeedCategory.class)),
          Map.entry(
              "why",
              List.of(
                  ReturnReason.class,
                  DeclineReason.class,
                  ReopenReason.class,
                  UnplanCause.class,
                  ReleaseCause.class)),
          Map.entry("risk", List.of(RiskLevel.class)),
          Map.entry("work", List.of(CaseMethod.class)),
          Map.entry("receiver", List.of(CaseReceiver.class)),
          Map.entry("outcome", List.of(CaseOutcome.class)),
          Map.entry("end", List.of(CaseCloseReason.class)),
          Map.entry("supply", List.of(SupplierType.class)),
          Map.entry("route", List.of(Route.class)),
          Map.entry("told", List.of(FeedbackChannel.class)),
          Map.entry("staff", List.of(StaffCategory.class)),
          Map.entry("origin", List.of(OperatorOrigin.class)),
          Map.entry("resource", List.of(ResourceKind.class)),
          Map.entry("document", List.of(ArchiveDocument.class)),
          Map.entry("state", List.of(ProgrammeState.class)),
          Map.entry("field", List.of(GovernanceField.class)),
          Map.entry("method", List.of(PurchaseMethod.class)),
          Map.entry("payer", List.of(PayerKind.class)),
          Map.entry("grant", List.of(GrantPurpose.class)),
          Map.entry("kind", List.of(EvaluationKind.class)),
          Map.entry("severity", List.of(Severity.class)),
          Map.entry("activity", List.of(ActivityType.class)),
          Map.entry("grade", List.of(Grade.class)),
          Map.entry("incentive", List.of(IncentiveKind.class)),
          Map.entry("role", List.of(Role.class)),
          Map.entry("need", List.of(NeedStatus.class)),
          Map.entry("project", List.of(ProjectStatus.class)),
          Map.entry("step", List.of(Step.class)));

  /** All that oversight tells. */
  static Collection<Class<? extends Event>> types() {
    return EventTypes.all().stream()
        .filter(it -> !ActivityEvent.class.isAssignableFrom(it))
        .filter(it -> !SafeguardingEvent.class.isAssignableFrom(it))
        .toList();
  }

  private static Sentence sample(Class<? extends Event> type) throws IOException {
    Path sample = SAMPLES.resolve(Sentence.shortType(type) + ".json");
    return Sentence.of(EventCodec.read(type, Files.readAllBytes(sample)));
  }

  private static Map<String, String> words(String language) throws IOException {
    return JsonMapper.builder()
        .build()
        .readValue(
            Files.readString(WORDS.resolve(language + ".json")),
            new TypeReference<TreeMap<String, String>>() {});
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_event_has_a_sentence_in_both_languages(Class<? extends Event> type)
      throws IOException {
    Sentence sentence = sample(type);
    String plain = Sentence.shortType(type).replaceAll("\\.v[0-9]+$", "");
    assertThat(sentence.key()).startsWith(plain);
    for (String language : Set.of("zh", "en")) {
      Map<String, String> words = words(language);
      assertThat(words).containsKeys("say." + plain, "say." + sentence.key());
      Set<String> named =
          NAME.matcher(words.getOrDefault("say." + sentence.key(), ""))
              .results()
              .map(it -> it.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      named.remove("amount");
      assertThat(sentence.with().keySet()).as(language).containsAll(named);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void every_variant_has_a_sentence(String language) throws IOException {
    assertThat(words(language))
        .containsKeys(VARIANTS.stream().map(it -> "say." + it).toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void every_code_has_a_word(String language) throws IOException {
    Map<String, String> words = words(language);
    LISTS.forEach((name, lists) ->
        lists.stream()
            .flatMap(it -> Stream.of(it.getEnumConstants()))
            .forEach(it -> assertThat(words).containsKey(name + "." + it.name())));
  }

  @Test
  void both_languages_have_the_same_words() throws IOException {
    assertThat(words("zh").keySet()).isEqualTo(words("en").keySet());
  }
}
