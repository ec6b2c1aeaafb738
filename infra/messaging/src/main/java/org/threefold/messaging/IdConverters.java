package org.threefold.messaging;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.threefold.events.Id;

/** Ids stand in the store as they print. */
final class IdConverters {

  private IdConverters() {}

  /** From id to text. */
  @WritingConverter
  static final class Write implements GenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
      Set<ConvertiblePair> pairs = new HashSet<>();
      for (Class<?> id : Id.class.getPermittedSubclasses()) {
        pairs.add(new ConvertiblePair(id, String.class));
      }
      return pairs;
    }

    @Override
    public @Nullable Object convert(
        @Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
      return source == null ? null : ((Id) source).value();
    }
  }

  /** From text to id. */
  @ReadingConverter
  static final class Read implements GenericConverter {

    private final Map<Class<?>, MethodHandle> makers = new HashMap<>();

    Read() {
      for (Class<?> id : Id.class.getPermittedSubclasses()) {
        try {
          makers.put(
              id,
              MethodHandles.publicLookup()
                  .findConstructor(id, MethodType.methodType(void.class, String.class)));
        } catch (ReflectiveOperationException impossible) {
          throw new IllegalStateException(id + " is not made from its text", impossible);
        }
      }
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
      Set<ConvertiblePair> pairs = new HashSet<>();
      makers.keySet().forEach(id -> pairs.add(new ConvertiblePair(String.class, id)));
      return pairs;
    }

    @Override
    public @Nullable Object convert(
        @Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
      MethodHandle maker = makers.get(to.getType());
      if (source == null || maker == null) {
        return null;
      }
      try {
        return maker.invoke((String) source);
      } catch (Throwable malformed) {
        throw new IllegalArgumentException(source + " in the store is no " + to, malformed);
      }
    }
  }
}
