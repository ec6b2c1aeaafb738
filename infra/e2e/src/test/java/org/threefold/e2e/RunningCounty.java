package org.threefold.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.threefold.local.County;
import org.threefold.local.CountyApi;
import org.threefold.local.CountySettings;

/**
 * One county on free ports for all stories of this module; a story may stop it and start it again.
 */
final class RunningCounty implements ParameterResolver {

  /** The county as a story has it. */
  static final class Handle implements AutoCloseable {

    private final Path data = temporaryDirectory();
    private final CountySettings settings = CountySettings.onFreePorts(data);
    private County county = County.start(settings, System.out::println);

    CountySettings settings() {
      return settings;
    }

    String secret() {
      return county.secret();
    }

    CountyApi api() {
      return new CountyApi(settings, county.secret());
    }

    void restart() {
      county.close();
      county = County.start(settings, System.out::println);
    }

    @Override
    public void close() {
      county.close();
      try (Stream<Path> files = Files.walk(data)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException left) {
        throw new UncheckedIOException(left);
      }
    }

    private static Path temporaryDirectory() {
      try {
        return Files.createTempDirectory("threefold-county");
      } catch (IOException full) {
        throw new UncheckedIOException(full);
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Handle.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(RunningCounty.class))
        .computeIfAbsent(Handle.class, _ -> new Handle(), Handle.class);
  }
}
