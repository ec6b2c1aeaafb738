package org.threefold.testkit.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * How the store's file keeps and orders keys: an {@code _id}, or the values of an index. Text and
 * numbers are ordered as one expects; other values have an order, and that is all one can say.
 */
final class KeyType extends BasicDataType<Object> {

  private static final int BYTES = 64;
  private static final byte MISSING = 0;
  private static final byte VALUE = 1;
  private static final byte VALUES = 2;
  private static final byte TEXT = 3;
  private static final byte ONE_TEXT = 4;

  @Override
  public int getMemory(@Nullable Object key) {
    return BYTES;
  }

  @Override
  public int compare(Object a, Object b) {
    int byKind = Byte.compare(kind(a), kind(b));
    if (byKind != 0) {
      return byKind;
    }
    if (a instanceof KeyValue left && b instanceof KeyValue right) {
      return compareAll(left, right);
    }
    return compareOne(a, b);
  }

  private static int compareAll(KeyValue a, KeyValue b) {
    int bySize = Integer.compare(a.size(), b.size());
    for (int i = 0; bySize == 0 && i < a.size(); i++) {
      int byValue = compareOne(a.get(i), b.get(i));
      if (byValue != 0) {
        return byValue;
      }
    }
    return bySize;
  }

  private static int compareOne(@Nullable Object a, @Nullable Object b) {
    if (a instanceof String left && b instanceof String right) {
      return left.compareTo(right);
    }
    if (a instanceof Double left && b instanceof Double right) {
      return left.compareTo(right);
    }
    int byRank = Integer.compare(rank(a), rank(b));
    return byRank != 0 ? byRank : Arrays.compareUnsigned(bytes(a), bytes(b));
  }

  private static int rank(@Nullable Object value) {
    return switch (value) {
      case Double _ -> 1;
      case String _ -> 2;
      case null, default -> 0;
    };
  }

  private static byte kind(Object key) {
    return switch (key) {
      case Missing _ -> MISSING;
      case KeyValue _ -> VALUES;
      default -> VALUE;
    };
  }

  private static byte[] bytes(@Nullable Object value) {
    return value instanceof Missing ? new byte[0] : WireForm.bytes(new Document("", value));
  }

  @Override
  public void write(WriteBuffer to, Object key) {
    if (key instanceof String text) {
      write(to, TEXT, text);
      return;
    }
    if (key instanceof KeyValue values
        && values.size() == 1
        && values.get(0) instanceof String one) {
      write(to, ONE_TEXT, one);
      return;
    }
    var kind = kind(key);
    to.put(kind);
    if (kind != MISSING) {
      WireForm.write(to, new Document("", key instanceof KeyValue it ? it.stream().toList() : key));
    }
  }

  /** By far the most keys are texts, and each commit writes whole pages of them. */
  private static void write(WriteBuffer to, byte kind, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    to.put(kind).putVarInt(bytes.length).put(bytes);
  }

  private static String readText(ByteBuffer from) {
    byte[] bytes = new byte[DataUtils.readVarInt(from)];
    from.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public Object read(ByteBuffer from) {
    var kind = from.get();
    if (kind == TEXT) {
      return readText(from);
    }
    if (kind == ONE_TEXT) {
      return new KeyValue(List.of(readText(from)));
    }
    if (kind == MISSING) {
      return Missing.getInstance();
    }
    var value = Objects.requireNonNull(WireForm.read(from).get(""));
    return kind == VALUES && value instanceof List<?> values ? new KeyValue(values) : value;
  }

  @Override
  public Object[] createStorage(int size) {
    return new Object[size];
  }
}
