package org.threefold.funds.statement;

import java.math.BigDecimal;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.threefold.events.Stream;
import org.threefold.funds.ledger.Pot;

/**
 * How a card is written as documents and read back: its totals in one, its touches in another, for
 * the totals of many cards are read to answer one question, and the touches of few.
 */
final class CardDocuments {

  private CardDocuments() {}

  static String totalsId(Stream subject, long volume) {
    return subject + "/" + volume;
  }

  static String touchesId(Stream subject, long volume) {
    return totalsId(subject, volume) + "/touches";
  }

  static List<Document> write(Card card) {
    List<Document> touches =
        card.touches().stream()
            .map(it -> new Document("seq", it.seq()).append("moves", write(it.moves())))
            .toList();
    return List.of(
        head(touchesId(card.subject(), card.volume()), card).append("touches", touches),
        head(totalsId(card.subject(), card.volume()), card).append("totals", write(card.totals())));
  }

  private static Document head(String id, Card card) {
    return new Document("_id", id)
        .append("subject", card.subject().toString())
        .append("volume", card.volume());
  }

  private static List<Document> write(List<Move> moves) {
    return moves.stream()
        .map(it ->
            new Document("from", it.from().name())
                .append("to", it.to().name())
                .append("count", it.count())
                .append("fen", new Decimal128(new BigDecimal(it.fen()))))
        .toList();
  }

  /** What one of the two documents holds of the card. */
  static Card read(Document document) {
    return new Card(
        Stream.parse(document.getString("subject")),
        document.getLong("volume"),
        moves(document, "totals"),
        document.getList("touches", Document.class, List.of()).stream()
            .map(it -> new Card.Touch(it.getLong("seq"), moves(it, "moves")))
            .toList());
  }

  private static List<Move> moves(Document document, String name) {
    return document.getList(name, Document.class, List.of()).stream()
        .map(it ->
            new Move(
                Pot.valueOf(it.getString("from")),
                Pot.valueOf(it.getString("to")),
                it.getLong("count"),
                it.get("fen", Decimal128.class).bigDecimalValue().toBigIntegerExact()))
        .toList();
  }
}
