package org.threefold.needs.need;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.threefold.access.Actor;
import org.threefold.events.NeedId;
import org.threefold.events.ResidentRef;
import org.threefold.needs.resident.ResidentWords;

/** The words of needs: kept sealed with the resident's key, opened for those who may read them. */
@Component
class Words {

  private final ResidentWords words;

  Words(ResidentWords words) {
    this.words = words;
  }

  /** How the words of this need of this resident are to be kept. */
  UnaryOperator<String> sealing(NeedId need, ResidentRef resident) {
    return words.sealing(resident, placeOf(need));
  }

  /** The needs as the actor sees them. */
  List<NeedView> shown(Collection<Need> needs, Actor actor) {
    List<Recorded> recorded = needs.stream().map(Recorded.class::cast).toList();
    List<ResidentRef> readable =
        recorded.stream()
            .filter(it -> NeedView.isNear(it, actor))
            .map(it -> it.origin().resident())
            .toList();
    ResidentWords.Opening opening = words.opening(readable);
    return recorded.stream()
        .map(it ->
            NeedView.of(
                it.saying(said -> opening.open(it.origin().resident(), placeOf(it.need()), said)),
                actor))
        .toList();
  }

  private static String placeOf(NeedId need) {
    return "need/" + need;
  }
}
