package org.threefold.testkit.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.conversions.Bson;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;

/**
 * Documents as the bytes they travel in: a fifth of what Java's own serialization makes of them.
 */
final class WireForm {

  private static final int USUAL_BYTES = 512;

  private WireForm() {}

  /** What the driver sends, as the server sees it. */
  static Document of(Bson filter) {
    var raw = new RawBsonDocument(filter.toBsonDocument(), new BsonDocumentCodec());
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(raw.getByteBuffer().asNIO()));
  }

  static byte[] bytes(Document document) {
    var buffer = Unpooled.buffer(USUAL_BYTES);
    BsonEncoder.encodeDocument(document, buffer);
    var bytes = new byte[buffer.readableBytes()];
    buffer.readBytes(bytes);
    return bytes;
  }

  static void write(WriteBuffer to, Document document) {
    var bytes = bytes(document);
    to.putVarInt(bytes.length).put(bytes);
  }

  static Document read(ByteBuffer from) {
    var bytes = new byte[DataUtils.readVarInt(from)];
    from.get(bytes);
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
  }
}
