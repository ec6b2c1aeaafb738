package org.threefold.testkit.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a wire command does, and the answers the embedded server does not know. */
final class Commands {

  private static final Set<String> READS =
      Set.of(
          "find",
          "getmore",
          "count",
          "distinct",
          "killcursors",
          "listcollections",
          "listindexes",
          "collstats",
          "dbstats",
          "validate");

  /** Commands that touch no document. */
  private static final Set<String> TALK =
      Set.of(
          "hello",
          "ismaster",
          "ping",
          "buildinfo",
          "whatsmyuri",
          "serverstatus",
          "endsessions",
          "connectionstatus",
          "hostinfo",
          "getlog",
          "getcmdlineopts");

  private Commands() {}

  static boolean talks(String command) {
    return TALK.contains(command.toLowerCase(Locale.ROOT));
  }

  static boolean writes(String command, Document query) {
    var name = command.toLowerCase(Locale.ROOT);
    if (name.equals("aggregate")) {
      return query.get("pipeline") instanceof List<?> stages
          && stages.stream().anyMatch(Commands::writesOut);
    }
    return !READS.contains(name) && !talks(name);
  }

  private static boolean writesOut(Object stage) {
    return stage instanceof Document it && (it.containsKey("$out") || it.containsKey("$merge"));
  }

  /** The collection a command is about, or only the database when it is about no single one. */
  static String namespace(String database, String command, Document query) {
    var name = command.equalsIgnoreCase("getMore") ? query.get("collection") : query.get(command);
    return name instanceof String collection ? database + "." + collection : database;
  }

  /**
   * The answer to {@code hello}, which newer clients and Spring Boot's health check ask for and the
   * server only knows under its older name.
   */
  static Document hello(Document isMaster) {
    isMaster.put("isWritablePrimary", true);
    isMaster.put("helloOk", true);
    isMaster.put("readOnly", false);
    return isMaster;
  }

  /**
   * The answer to {@code listDatabases}. The server's own opens every database a second time, which
   * would build indexes twice under running writes.
   */
  static Document databases(Collection<String> names) {
    var list =
        names.stream()
            .sorted()
            .map(it -> new Document("name", it).append("sizeOnDisk", 0L).append("empty", false))
            .toList();
    return new Document("databases", list).append("totalSize", 0L).append("ok", 1.0);
  }
}
