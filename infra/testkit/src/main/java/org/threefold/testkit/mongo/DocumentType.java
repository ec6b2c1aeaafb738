package org.threefold.testkit.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** How a document lies in the store's file. */
final class DocumentType extends BasicDataType<Document> {

  private static final int ENTRY_BYTES = 48;

  /**
   * An estimate; it decides how many documents share a page, and so how much one write rewrites.
   */
  @Override
  public int getMemory(@Nullable Document document) {
    return document == null ? 0 : size(document);
  }

  private static int size(@Nullable Object value) {
    return switch (value) {
      case String it -> ENTRY_BYTES + it.length();
      case Map<?, ?> it -> {
        int size = ENTRY_BYTES;
        for (var entry : it.entrySet()) {
          size += size(entry.getKey()) + size(entry.getValue());
        }
        yield size;
      }
      case Collection<?> it -> {
        int size = ENTRY_BYTES;
        for (var element : it) {
          size += size(element);
        }
        yield size;
      }
      case null, default -> ENTRY_BYTES;
    };
  }

  @Override
  public void write(WriteBuffer to, Document document) {
    WireForm.write(to, document);
  }

  @Override
  public Document read(ByteBuffer from) {
    return WireForm.read(from);
  }

  @Override
  public Document[] createStorage(int size) {
    return new Document[size];
  }
}
