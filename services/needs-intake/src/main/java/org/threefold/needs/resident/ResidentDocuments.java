package org.threefold.needs.resident;

import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.threefold.events.AgeBand;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.needs.resident.Resident.Asked;
import org.threefold.needs.resident.Resident.Erased;
import org.threefold.needs.resident.Resident.Registered;

/** How a resident is written as a document and read back. */
final class ResidentDocuments {

  /** Only while the erasure is not known to be complete: what a start looks for. */
  static final String UNDONE = "undone";

  private ResidentDocuments() {}

  static Document write(Resident resident) {
    var document =
        new Document("_id", resident.ref().value())
            .append("rev", resident.rev())
            .append("unit", resident.unit().value())
            .append("asked", resident.asked().stream().map(ResidentDocuments::write).toList());
    return switch (resident) {
      case Registered it -> write(it, document);
      case Erased it ->
          document
              .append("at", Date.from(it.at()))
              .append("who", it.who())
              .append("actor", it.actor())
              .append("why", it.why().name())
              .append(UNDONE, it.ref().value());
    };
  }

  private static Document write(Registered it, Document into) {
    var fields = new Document();
    it.fields().forEach((field, sealed) -> fields.append(field.name(), sealed));
    into.append("ageBand", it.ageBand().name()).append("fields", fields);
    if (it.idHash() != null) {
      into.append("idHash", it.idHash());
    }
    if (it.phoneHash() != null) {
      into.append("phoneHash", it.phoneHash());
    }
    return into;
  }

  private static Document write(Asked it) {
    return new Document("key", it.key()).append("body", it.body());
  }

  static Resident read(Document it) {
    var ref = new ResidentRef(it.getString("_id"));
    var unit = new StationId(it.getString("unit"));
    List<Asked> asked =
        it.getList("asked", Document.class).stream()
            .map(one -> new Asked(one.getString("key"), one.getString("body")))
            .toList();
    Document fields = it.get("fields", Document.class);
    if (fields == null) {
      return new Erased(
          ref,
          it.getLong("rev"),
          unit,
          it.getDate("at").toInstant(),
          it.getString("who"),
          it.getString("actor"),
          ErasureReason.valueOf(it.getString("why")),
          asked);
    }
    Map<Field, String> sealed = new EnumMap<>(Field.class);
    fields.forEach((field, value) -> sealed.put(Field.valueOf(field), (String) value));
    return new Registered(
        ref,
        it.getLong("rev"),
        unit,
        AgeBand.valueOf(it.getString("ageBand")),
        sealed,
        it.getString("idHash"),
        it.getString("phoneHash"),
        asked);
  }
}
