package org.threefold.needs.casework;

import static org.threefold.needs.casework.Stage.ASSESSED;
import static org.threefold.needs.casework.Stage.CLOSED;
import static org.threefold.needs.casework.Stage.EVALUATED;
import static org.threefold.needs.casework.Stage.INTERVENING;
import static org.threefold.needs.casework.Stage.OPENED;
import static org.threefold.needs.casework.Stage.PLANNED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.threefold.events.CaseCloseReason;
import org.threefold.events.CaseMethod;
import org.threefold.events.CaseReceiver;
import org.threefold.events.RiskLevel;
import org.threefold.needs.CommandPath;
import org.threefold.needs.need.CaseOpening;

/** What can be asked of a case, and in which stages (domain §3.2.3). */
sealed interface CaseCommand {

  /** The stages in which it is possible. */
  Set<Stage> from();

  /** What was written, by field: kept in the file, and never said. */
  default Map<String, String> words() {
    return Map.of();
  }

  /** As it stands in a path. */
  default String path() {
    return CommandPath.of(this);
  }

  /** A person asks; in a wrong stage the answer is a refusal. */
  sealed interface Asked extends CaseCommand {}

  /** A need, a clock or the service itself asks; in a wrong stage nothing happens. */
  sealed interface Silent extends CaseCommand {}

  /** 接案: a need was routed to a case, which has looked at worker and consent. */
  record Open(CaseOpening opening) implements Silent {
    @Override
    public Set<Stage> from() {
      return Set.of();
    }
  }

  /** 预估: what the worker knows after speaking with the client. */
  record Assess(
      List<Interview> interviews, String problem, String strengths, RiskLevel risk, LocalDate today)
      implements Asked {

    /** A talk with the client, and what was said. */
    record Interview(LocalDate on, String text) {}

    @Override
    public Set<Stage> from() {
      return Set.of(OPENED);
    }

    @Override
    public Map<String, String> words() {
      Map<String, String> words = new LinkedHashMap<>();
      for (int i = 0; i < interviews.size(); i++) {
        Interview it = interviews.get(i);
        words.put("interview-" + (i + 1), it.on() + " " + it.text());
      }
      words.put("problem", problem);
      words.put("strengths", strengths);
      return words;
    }
  }

  /** What is to be reached, by which day, and how it will be seen. */
  record Goal(String text, String measure, LocalDate by) {}

  /** What is put before the client; signed is whether the client has signed it. */
  record Draft(List<Goal> goals, LocalDate from, LocalDate until, boolean signed) {

    Map<String, String> words() {
      Map<String, String> words = new LinkedHashMap<>();
      for (int i = 0; i < goals.size(); i++) {
        Goal it = goals.get(i);
        words.put("goal-" + (i + 1), it.text());
        words.put("measure-" + (i + 1), it.by() + " " + it.measure());
      }
      return words;
    }
  }

  /** 计划: the first plan. */
  record AgreePlan(Draft draft) implements Asked {
    @Override
    public Set<Stage> from() {
      return Set.of(ASSESSED);
    }

    @Override
    public Map<String, String> words() {
      return draft.words();
    }

    @Override
    public String path() {
      return "plan";
    }
  }

  /** Another plan, because something has changed. */
  record RevisePlan(Draft draft, String reason) implements Asked {
    @Override
    public Set<Stage> from() {
      return Set.of(INTERVENING);
    }

    @Override
    public Map<String, String> words() {
      Map<String, String> words = draft.words();
      words.put("reason", reason);
      return words;
    }
  }

  /** 介入: something was done. */
  record Intervene(LocalDate on, CaseMethod method, int minutes, String text, LocalDate today)
      implements Asked {
    @Override
    public Set<Stage> from() {
      return Set.of(PLANNED, INTERVENING);
    }

    @Override
    public Map<String, String> words() {
      return Map.of("text", text);
    }
  }

  /** 评估: how far each goal of the plan was reached, in its order, and what the client thinks. */
  record Evaluate(List<Integer> scores, int clientScore, String text) implements Asked {
    @Override
    public Set<Stage> from() {
      return Set.of(INTERVENING);
    }

    @Override
    public Map<String, String> words() {
      return Map.of("text", text);
    }
  }

  /** 结案: the worker asks for the end, which a supervisor has to countersign. */
  record Close(CaseCloseReason reason, String note) implements Asked {
    @Override
    public Set<Stage> from() {
      return Set.of(EVALUATED);
    }

    @Override
    public Map<String, String> words() {
      return Map.of("note", note);
    }
  }

  /** A supervisor agrees with the end; subject is who that is. */
  record Countersign(String subject) implements Asked {
    @Override
    public Set<Stage> from() {
      return Set.of(EVALUATED);
    }
  }

  /** 转介: somebody else takes the client on, if the client agrees. */
  record Refer(CaseReceiver receiver, String to, boolean consent, String summary) implements Asked {
    @Override
    public Set<Stage> from() {
      return Stage.BEFORE_EVALUATED;
    }

    @Override
    public Map<String, String> words() {
      return Map.of("to", to, "summary", summary);
    }
  }

  /** It breaks off; a note stands for the evaluation. */
  record StopEarly(CaseCloseReason reason, String note) implements Asked {
    @Override
    public Set<Stage> from() {
      return Stage.BEFORE_EVALUATED;
    }

    @Override
    public Map<String, String> words() {
      return Map.of("note", note);
    }
  }

  /** Somebody has looked, so many months after the end, whether it lasts. */
  record LookAgain(int months, LocalDate on, boolean lasts, String text, LocalDate today)
      implements Asked {
    @Override
    public Set<Stage> from() {
      return Set.of(CLOSED);
    }

    @Override
    public Map<String, String> words() {
      return Map.of("text", text);
    }

    @Override
    public String path() {
      return "follow-up";
    }
  }

  /** The need knows that its case is over. */
  record NoteNeedTold() implements Silent {
    @Override
    public Set<Stage> from() {
      return Set.of(CLOSED);
    }
  }

  /** A follow-up may be late. */
  record LetTimePass(Instant now) implements Silent {
    @Override
    public Set<Stage> from() {
      return Set.of(CLOSED);
    }
  }
}
