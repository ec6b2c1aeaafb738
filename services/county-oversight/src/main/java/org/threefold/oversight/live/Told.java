package org.threefold.oversight.live;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.threefold.events.DivisionCode;

/**
 * One fact as it is told, made into bytes once for all readers.
 *
 * @param id its place in the stream of all facts; grows, with holes
 * @param division what it concerns; null for what concerns no place, which only county readers see
 * @param money whether it is for those only who may see all the county's money
 * @param frame the very bytes of the event
 */
record Told(long id, String eventId, @Nullable DivisionCode division, boolean money, byte[] frame) {

  static Told of(long id, Block.Line line) {
    String frame = "id: " + id + "\nevent: " + line.type() + "\ndata: " + line.json() + "\n\n";
    return new Told(
        id,
        line.eventId(),
        line.division() == null ? null : new DivisionCode(line.division()),
        line.money(),
        frame.getBytes(StandardCharsets.UTF_8));
  }
}
