package org.threefold.projects.project;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.events.ProjectEvent.AcceptancePassed;
import org.threefold.events.ProjectEvent.Indicator;
import org.threefold.events.ProjectEvent.OfProject;
import org.threefold.events.ProjectEvent.ProjectClosed;
import org.threefold.projects.project.Begun.Work;
import org.threefold.projects.project.ProjectCommand.Close;
import org.threefold.projects.project.ProjectCommand.Output;
import org.threefold.projects.project.ProjectCommand.PassAcceptance;

/** Rules of accepting the work and closing the project. */
final class Finishing {

  /** So much of each target must be reached, in percent, or there is a reason. */
  static final int REACHED_MIN = 80;

  private Finishing() {}

  static List<OfProject> accept(Begun project, PassAcceptance it) {
    Map<String, Output> outputs = new HashMap<>();
    for (Output output : it.outputs()) {
      if (outputs.put(output.indicator(), output) != null) {
        throw new Refused("PROJ-047", output.indicator());
      }
    }
    for (Indicator indicator : Designing.of(project).indicators()) {
      mustBeReached(indicator, outputs.remove(indicator.code()), project.work());
    }
    for (String unknown : outputs.keySet()) {
      throw new Refused("PROJ-047", unknown);
    }
    return List.of(new AcceptancePassed(project.id(), 1));
  }

  static List<OfProject> close(Begun project, Close it) {
    if (!it.openNeeds().isEmpty()) {
      throw new Refused("PROJ-051", it.openNeeds());
    }
    if (it.archivePercent() < 100) {
      throw new Refused("PROJ-052", it.archivePercent());
    }
    if (!it.settled()) {
      throw new Refused("PROJ-053", project.id());
    }
    return List.of(new ProjectClosed(project.id(), it.today()));
  }

  /** How much there is of an indicator that follows from the recorded sessions. */
  static OptionalLong counted(String indicator, Work work) {
    return switch (indicator) {
      case "sessions" -> OptionalLong.of(work.sessions());
      case "persons" -> OptionalLong.of(work.persons());
      case "personTimes" -> OptionalLong.of(work.personTimes());
      default -> OptionalLong.empty();
    };
  }

  private static void mustBeReached(Indicator indicator, @Nullable Output output, Work work) {
    OptionalLong counted = counted(indicator.code(), work);
    Long given = output == null ? null : output.achieved();
    if (counted.isPresent() == (given != null)) {
      throw new Refused("PROJ-047", indicator.code());
    }
    long achieved = given == null ? counted.orElseThrow() : given;
    String reason = output == null ? null : output.reason();
    boolean isReached =
        Math.multiplyExact(achieved, 100) >= Math.multiplyExact(indicator.target(), REACHED_MIN);
    if (!isReached && (reason == null || reason.isBlank())) {
      throw new Refused("PROJ-046", indicator.code(), achieved, indicator.target());
    }
  }
}
