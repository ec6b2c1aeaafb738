package org.threefold.bench.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How the measured programs are started: each module writes its class path when it is packaged. */
final class Programs {

  private Programs() {}

  /** The java of this JVM, for all of them. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * The class path of a module.
   *
   * @throws IllegalStateException if it is not built
   */
  static String classPath(Path root, String module) {
    Path file = root.resolve("infra/bench").resolve(module).resolve("target/class-path");
    if (!Files.exists(file)) {
      throw new IllegalStateException(module + " is not built: there is no " + file);
    }
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read " + file, unreadable);
    }
  }
}
