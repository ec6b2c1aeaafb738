package org.threefold.needs.desk;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.threefold.access.Actor;
import org.threefold.events.DivisionCode;
import org.threefold.events.Id;
import org.threefold.events.ResidentRef;
import org.threefold.needs.resident.ResidentWords;

/** The words of visits and help requests: kept sealed if they are of a registered resident. */
@Component
public class DeskWords {

  private final ResidentWords words;

  DeskWords(ResidentWords words) {
    this.words = words;
  }

  /** How words that stand with this number are to be kept. */
  public UnaryOperator<String> sealing(Id number, @Nullable ResidentRef resident) {
    return resident == null ? it -> it : words.sealing(resident, placeOf(number));
  }

  /**
   * How words that stand with this number are to be shown to this actor: as they were said within
   * the town, as nothing elsewhere.
   */
  public UnaryOperator<@Nullable String> shown(
      Id number, DivisionCode division, @Nullable ResidentRef resident, Actor actor) {
    if (!division.town().covers(actor.area())) {
      return _ -> null;
    }
    if (resident == null) {
      return it -> it;
    }
    ResidentWords.Opening opening = words.opening(List.of(resident));
    return it -> it == null ? null : opening.open(resident, placeOf(number), it);
  }

  private static String placeOf(Id number) {
    return "desk/" + number;
  }
}
