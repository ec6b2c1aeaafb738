package org.threefold.projects.project;

import java.time.Instant;
import java.util.List;
import org.threefold.access.Refused;
import org.threefold.calendar.CountyTime;
import org.threefold.events.ProjectEvent.OfProject;
import org.threefold.events.ProjectEvent.ProjectApproved;
import org.threefold.events.ProjectEvent.ProjectRejected;
import org.threefold.events.ProjectEvent.ProjectReturned;
import org.threefold.events.ProjectEvent.ProjectSubmittedForReview;
import org.threefold.events.ReservationId;
import org.threefold.projects.project.ProjectCommand.Approve;
import org.threefold.projects.project.ProjectCommand.Reject;
import org.threefold.projects.project.ProjectCommand.Return;
import org.threefold.projects.project.ProjectCommand.SubmitForReview;

/** Rules of the review. */
final class Reviewing {

  private Reviewing() {}

  static List<OfProject> submit(Begun project, SubmitForReview it) {
    if (it.on().isBefore(it.today())) {
      throw new Refused("PROJ-006", it.on(), it.today(), "-");
    }
    Instant expiresAt = project.money().expiresAt();
    if (expiresAt == null || !CountyTime.dayOf(expiresAt).isAfter(it.on())) {
      throw new Refused("PROJ-029", expiresAt == null ? "-" : expiresAt, it.on());
    }
    String itemRefusal = it.itemRefusal();
    if (itemRefusal != null) {
      throw new Refused(itemRefusal, project.start().item());
    }
    return List.of(new ProjectSubmittedForReview(project.id(), it.on()));
  }

  static List<OfProject> approve(Begun project, Approve it) {
    it.panel().mustBeFit(it.conflicted());
    it.panel().mustCarry();
    return List.of(
        new ProjectApproved(
            project.id(), reservation(project), it.panel().size(), it.panel().mean()));
  }

  static List<OfProject> giveBack(Begun project, Return it) {
    it.panel().mustBeFit(it.conflicted());
    return List.of(new ProjectReturned(project.id(), reservation(project), it.panel().size()));
  }

  static List<OfProject> reject(Begun project, Reject it) {
    it.panel().mustBeFit(it.conflicted());
    return List.of(
        new ProjectRejected(
            project.id(), reservation(project), it.panel().size(), project.needs()));
  }

  private static ReservationId reservation(Begun project) {
    ReservationId reservation = project.money().reservation();
    if (reservation == null) {
      throw new IllegalStateException(project.id() + " is under review without money");
    }
    return reservation;
  }
}
