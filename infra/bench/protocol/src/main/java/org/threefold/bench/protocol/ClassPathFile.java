package org.threefold.bench.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the class path it is started with to a file, for the harness to start a program with. */
public final class ClassPathFile {

  private ClassPathFile() {}

  /** One argument: the file. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), System.getProperty("java.class.path") + "\n");
  }
}
