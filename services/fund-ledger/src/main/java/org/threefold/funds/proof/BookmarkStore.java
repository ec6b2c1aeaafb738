package org.threefold.funds.proof;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.threefold.events.FundId;

/** The bookmark in MongoDB: collection {@code proofs}, one document. */
class BookmarkStore {

  private static final String ID = "round";

  private final MongoCollection<Document> proofs;

  BookmarkStore(MongoDatabase database) {
    this.proofs = database.getCollection("proofs");
  }

  void save(Bookmark bookmark) {
    List<Document> standing =
        bookmark.standing().entrySet().stream()
            .map(it -> new Document("account", it.getKey()).append("fen", it.getValue()))
            .toList();
    proofs.replaceOne(
        Filters.eq("_id", ID),
        new Document("_id", ID)
            .append("begunAt", Date.from(bookmark.begunAt()))
            .append("seq", bookmark.seq())
            .append("hash", bookmark.hash())
            .append("standing", standing)
            .append("frozen", bookmark.frozen().stream().map(FundId::value).toList()),
        new ReplaceOptions().upsert(true));
  }

  Optional<Bookmark> find() {
    return Optional.ofNullable(proofs.find(Filters.eq("_id", ID)).first())
        .map(it -> {
          Map<String, Long> standing = new HashMap<>();
          it.getList("standing", Document.class)
              .forEach(one -> standing.put(one.getString("account"), one.getLong("fen")));
          return new Bookmark(
              it.getDate("begunAt").toInstant(),
              it.getLong("seq"),
              it.getString("hash"),
              standing,
              it.getList("frozen", String.class).stream()
                  .map(FundId::new)
                  .collect(Collectors.toSet()));
        });
  }
}
