package org.threefold.bench.county;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.threefold.local.CountySettings;
import org.threefold.local.Main;

/**
 * How the county is started: with the options of {@code mvn -Prun}, from jars, on ports of its own.
 */
final class Launch {

  /** What {@code Main} prints when everything answers. */
  static final String READY = "The county is up after";

  /** One person may open all the streams; otherwise 4,000 readers would need 200 persons. */
  private static final Map<String, String> MANY_READERS =
      Map.of("OVERSIGHT_STREAM_READERSOFONE", "4000");

  private static final List<String> OPTIONS =
      List.of(
          "-Xms896m",
          "-Xmx896m",
          "-Xmn256m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+UseParallelGC",
          "-XX:-UseAdaptiveSizePolicy",
          "-XX:MetaspaceSize=256m",
          "-XX:+UseCompactObjectHeaders",
          "-XX:-UseCodeCacheFlushing",
          "-Xss512k",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dfile.encoding=UTF-8",
          "-Dstdout.encoding=UTF-8",
          "-Dlogback.configurationFile=org/threefold/local/logback.xml",
          "-Dorg.springframework.boot.logging.LoggingSystem=none");

  private final Path home;
  private final String classPath;
  private int started;

  /**
   * Launches below a directory.
   *
   * @param home gets the jars and the logs
   */
  Launch(Path home) {
    this.home = home;
    this.classPath = ClassPath.ofJars(home);
  }

  /** The java of this JVM. */
  static String java() {
    return tool("java");
  }

  /** A program of this JDK. */
  static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** Starts the county of these settings; the caller waits until it is ready. */
  Child county(CountySettings settings, List<String> moreOptions) {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(OPTIONS);
    command.addAll(moreOptions);
    command.add("-Dthreefold.data=" + settings.data());
    settings
        .ports()
        .forEach((part, port) -> command.add("-Dthreefold.port." + part.partName() + "=" + port));
    command.addAll(List.of("-cp", classPath, Main.class.getName()));
    return Child.start(command, MANY_READERS, home.resolve("county-" + ++started + ".log"), READY);
  }

  /** The runnable jar of a service, if it is built. */
  static Optional<Path> runnable(Path root, String service) {
    Path target = root.resolve("services").resolve(service).resolve("target");
    if (!Files.isDirectory(target)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(target)) {
      return files.filter(file -> file.toString().endsWith("-exec.jar")).findFirst();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read " + target, unreadable);
    }
  }
}
