package org.threefold.bench.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What was measured on, in words: processors, memory, versions, and which state of the code. */
record Machine(
    String processors, String memory, String system, String java, String versions, String commit) {

  static Machine read(Path root) {
    return new Machine(
        Runtime.getRuntime().availableProcessors()
            + " × "
            + field(Path.of("/proc/cpuinfo"), "model name"),
        field(Path.of("/proc/meminfo"), "MemTotal"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.runtime.name") + " " + System.getProperty("java.runtime.version"),
        versions(root),
        said(root, "git", "rev-parse", "--short", "HEAD")
            + (said(root, "git", "status", "--porcelain", "--untracked-files=no").isEmpty()
                ? ""
                : ", with changes"));
  }

  private static String field(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException unreadable) {
      return "unknown";
    }
  }

  /** The libraries that matter, by the names of their files on the class paths. */
  private static String versions(Path root) {
    return Stream.of("own", "peers/modulith", "peers/namastack")
        .flatMap(module ->
            Stream.of(Programs.classPath(root, module).split(":", -1))
                .map(entry -> Path.of(entry).getFileName().toString()))
        .filter(name ->
            Stream.of(
                    "spring-boot-4",
                    "spring-cloud-stream-5",
                    "kafka-clients",
                    "mongodb-driver-sync",
                    "mongo-java-server-1",
                    "spring-modulith-events-kafka",
                    "namastack-outbox-jdbc",
                    "postgresql")
                .anyMatch(name::startsWith))
        .map(name -> name.replace(".jar", ""))
        .distinct()
        .sorted()
        .reduce((one, other) -> one + ", " + other)
        .orElse("unknown");
  }

  private static String said(Path root, String... command) {
    try {
      Process process = new ProcessBuilder(List.of(command)).directory(root.toFile()).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException notThere) {
      return "unknown";
    }
  }
}
