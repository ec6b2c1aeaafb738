package org.threefold.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.threefold.local.CountyApi;

/**
 * One need from the community room to county oversight: the 28 steps of domain §5.1.
 *
 * <p>Elders of a Jiang'an town community ask for midday meals and company; 30,000.00 yuan are found
 * in two funds, spent in three tranches, and every fen is accounted for.
 */
public final class Story {

  /** How many steps there are. */
  public static final int STEPS = 28;

  /** Told of every step when it is done: its number and sentence, and how long it took. */
  public interface Listener extends BiConsumer<String, Duration> {}

  private final Stage stage;
  private final Listener listener;
  private final String run;

  /** A story in the county behind this client. */
  public Story(CountyApi api, Listener listener) {
    this.run = "story-" + Long.toString(Instant.now().toEpochMilli(), Character.MAX_RADIX);
    this.stage = new Stage(api, run);
    this.listener = listener;
  }

  /**
   * Plays all steps.
   *
   * @throws StoryFailed at the first step that does not come out as it should
   */
  public Ending play() {
    NeedActs needs = new NeedActs(stage);
    MoneyActs money = new MoneyActs(stage, run);
    ProjectActs project = new ProjectActs(stage);
    CaseActs casework = new CaseActs(stage, "S-" + run, "每周探访一次,陪同就医,联系邻里照应。");
    EvaluationActs evaluation = new EvaluationActs(stage);

    step(0, "Finance opens two funds and receives their money", money::open);
    step(1, "A resident's need is collected at the community room", needs::collect);
    step(2, "It is sorted, and two duplicates are merged into it", needs::sortAndMerge);
    step(3, "The room escalates it to the town station", needs::escalate);
    step(4, "The town station analyses it: priority 25, band B", needs::analyse);
    step(
        5,
        "It is matched with the elders' kitchen and routed to a project; one elder needs casework",
        () -> {
          needs.matchAndRoute();
          needs.analyseForCasework();
          casework.appoint();
          casework.open(needs.lonely());
        });
    step(
        6,
        "A project is initiated and bundles three needs",
        () -> {
          project.initiate();
          project.bundle(needs.all());
          needs.awaitAll("PLANNED");
        });
    step(7, "The project is designed", project::design);
    step(8, "Its fund plan of two lines is requested", () -> project.requestFunding(money));
    step(
        9,
        "The ledger holds both lines at once",
        () -> {
          project.awaitStatus("FUNDED");
          money.expectElderly(50_000_00, 18_000_00, 0, 0, 32_000_00);
        });
    step(10, "The panel of three approves with a mean of 82", project::submitAndApprove);
    step(
        11,
        "The hold becomes a commitment",
        () -> money.expectElderly(50_000_00, 0, 18_000_00, 0, 32_000_00));
    step(12, "An undertaker is selected and the contract signed", project::contract);
    step(
        13,
        "The evaluation is planned and an independent third party engaged",
        () -> evaluation.engage(project.id()));
    step(
        14,
        "The undertaker starts",
        () -> {
          project.start();
          needs.awaitAll("IN_SERVICE");
        });
    step(
        15,
        "Tranche 1 is paid: 5,400.00 and 3,600.00",
        () -> {
          money.pay(project.id(), 1, 9_000_00);
          money.expectElderly(50_000_00, 0, 12_600_00, 5_400_00, 32_000_00);
        });
    step(
        16,
        "Sessions are held, the mid milestone is reached, tranche 2 is paid; the case goes on",
        () -> {
          casework.assess();
          casework.plan();
          casework.intervene();
          project.holdSessions();
          project.reachMilestone("M1");
          project.reachMilestone("M2");
          money.pay(project.id(), 2, 12_000_00);
          money.expectElderly(50_000_00, 0, 5_400_00, 12_600_00, 32_000_00);
        });
    step(17, "The third party visits; one finding is raised and closed", evaluation::visit);
    step(
        18,
        "The undertaker claims completion and the case is closed; the residents count as served",
        () -> {
          casework.evaluate();
          casework.close();
          project.reachMilestone("M3");
          project.claimCompletion();
          needs.awaitAll("SERVED");
        });
    step(19, "The purchaser accepts the work", project::passAcceptance);
    step(
        20, "Twenty residents answer: 87.50; third party 85, government 78", evaluation::threeLegs);
    step(21, "Together that is 83.65, good", evaluation::score);
    step(
        22,
        "Nobody appeals; the result stands",
        () -> {
          evaluation.finish();
          project.awaitStatus("EVALUATED");
        });
    step(
        23,
        "Tranche 3 is paid and the books are settled, nothing left over",
        () -> {
          money.pay(project.id(), 3, 9_000_00);
          money.awaitSettled(project.id());
          money.expectElderly(50_000_00, 0, 0, 18_000_00, 32_000_00);
        });
    step(
        24,
        "Every resident is told; two confirm, two needs close by themselves",
        needs::feedBackAndClose);
    step(25, "The file is complete", () -> project.fileEverything());
    step(26, "The project is closed", project::close);
    step(27, "The undertaker's good work counts for it", evaluation::expectIncentive);
    CountyView county = new CountyView(stage);
    step(
        28,
        "The county sees the whole thread",
        () -> {
          county.expectThread(needs.first(), project.id());
          county.expectCase(needs.lonely());
        });
    return new Ending(needs.first(), needs.all(), needs.lonely(), project.id(), county.hops());
  }

  /**
   * What a played story leaves behind.
   *
   * @param need the need it is about
   * @param needs those the project met
   * @param lonely the one that casework met
   * @param hops of the thread of the first
   */
  public record Ending(String need, List<String> needs, String lonely, String project, int hops) {}

  private void step(int number, String sentence, Runnable doing) {
    long begin = System.nanoTime();
    try {
      doing.run();
    } catch (StoryFailed failed) {
      throw new StoryFailed("Step " + number + " (" + sentence + "): " + failed.getMessage());
    }
    listener.accept(
        String.format("%2d  %s", number, sentence), Duration.ofNanos(System.nanoTime() - begin));
  }
}
