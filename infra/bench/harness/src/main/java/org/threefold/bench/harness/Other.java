package org.threefold.bench.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.threefold.bench.protocol.Rows;

/** A benchmark with a program of its own, which writes its own rows and has its own gate. */
final class Other {

  private final Settings settings;
  private final Path file;
  private final Rows rows;
  private final Progress progress;

  Other(Settings settings, Path file, Rows rows, Progress progress) {
    this.settings = settings;
    this.file = file;
    this.rows = rows;
    this.progress = progress;
  }

  /**
   * Runs it to its end.
   *
   * @param module below infra/bench
   * @param properties beside where the rows go
   * @return whether it found everything sound
   */
  boolean run(String module, String program, Map<String, String> properties)
      throws InterruptedException {
    progress.step(module);
    Path log = settings.work().resolve(module + ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Programs.java(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dbench." + module + ".rows=" + file,
                "-Dbench." + module + ".work=" + settings.work().resolve(module),
                "-Dbench." + module + ".root=" + settings.root()));
    properties.forEach(
        (name, value) -> command.add("-Dbench." + module + "." + name + "=" + value));
    command.addAll(List.of("-cp", Programs.classPath(settings.root(), module), program));
    try {
      int status =
          new ProcessBuilder(command)
              .directory(settings.root().toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
      if (status != 0) {
        rows.add(module, "outcome", "FAILED", "", "ended with " + status + "; see its log");
      }
      return status == 0;
    } catch (IOException impossible) {
      throw new UncheckedIOException("No process for " + program, impossible);
    }
  }
}
