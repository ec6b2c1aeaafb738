package org.threefold.funds.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks an export of the journal without the service: hashes every entry again, adds every posting
 * again, and says where the file first differs from what was written.
 *
 * <p>Answers 0 if all is well, 1 if it is not, 2 if it could not be tried.
 */
public final class Verify {

  private static final String HEAD = "--head=";

  private static final String USAGE =
      """
      verify [--head=<hash>] <file> [<file> …]
        checks an export of the journal, in one file or in several that follow each other
        --head  the hash of an entry as it was written down before; it must be in the export
      """;

  private Verify() {}

  /** Checks the files named on the command line. */
  public static void main(String[] args) {
    System.exit(run(List.of(args), new PrintStream(System.out, true, StandardCharsets.UTF_8)));
  }

  static int run(List<String> args, PrintStream out) {
    String head = null;
    List<Path> files = new ArrayList<>();
    for (String arg : args) {
      if (arg.startsWith(HEAD)) {
        head = arg.length() == HEAD.length() ? null : arg.substring(HEAD.length());
      } else if (arg.startsWith("--")) {
        out.print(USAGE);
        return 2;
      } else {
        files.add(Path.of(arg));
      }
    }
    if (files.isEmpty()) {
      out.print(USAGE);
      return 2;
    }
    try {
      return check(files, head, out);
    } catch (NoSuchFileException missing) {
      out.println("There is no file " + missing.getFile());
      return 2;
    } catch (IOException unreadable) {
      out.println("It cannot be read: " + unreadable.getMessage());
      return 2;
    }
  }

  private static int check(List<Path> files, @Nullable String head, PrintStream out)
      throws IOException {
    var verdict = new Verdict(head);
    for (Path file : files) {
      try (Lines lines = new Lines(Files.newInputStream(file))) {
        if (!verdict.read(lines)) {
          out.println(file + ", line " + lines.number() + ": " + verdict.fault());
          out.println("Up to entry " + verdict.seq() + " all is as it was written.");
          return 1;
        }
      }
    }
    verdict.print(out);
    return verdict.isSound() ? 0 : 1;
  }
}
