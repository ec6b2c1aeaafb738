package org.threefold.bench.county;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The class path of this JVM, of jars only, as a deployment has it: a directory of classes is
 * packed first. The JDK's cache takes nothing else.
 */
final class ClassPath {

  private ClassPath() {}

  static String ofJars(Path into) {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        jars.add(packed(path, into.resolve("classes-" + jars.size() + ".jar")).toString());
      } else if (Files.exists(path)) {
        jars.add(path.toString());
      }
    }
    return String.join(File.pathSeparator, jars);
  }

  private static Path packed(Path classes, Path jar) {
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path one : all.filter(it -> !it.equals(classes)).sorted().toList()) {
        String name = classes.relativize(one).toString().replace(File.separatorChar, '/');
        // Spring finds the beans of a package only by the entry of its directory.
        boolean directory = Files.isDirectory(one);
        zip.putNextEntry(new ZipEntry(directory ? name + "/" : name));
        if (!directory) {
          Files.copy(one, zip);
        }
        zip.closeEntry();
      }
      return jar;
    } catch (IOException unwritable) {
      throw new UncheckedIOException("Cannot pack " + classes, unwritable);
    }
  }
}
