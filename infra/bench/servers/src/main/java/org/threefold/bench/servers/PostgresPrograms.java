package org.threefold.bench.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The programs of PostgreSQL, and as whom they run: it refuses root, so root starts them as
 * somebody without rights.
 *
 * @param directory where they are
 * @param asUser what stands before each command
 * @param user who owns the data; the one who runs this, if there is nothing before
 */
record PostgresPrograms(Path directory, List<String> asUser, String user) {

  /** Where Debian puts them, a directory for each version. */
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private static final long LONGEST_SECONDS = 120;

  PostgresPrograms {
    asUser = List.copyOf(asUser);
  }

  /** Those on the path, or else the newest that Debian has. */
  static Optional<PostgresPrograms> find() {
    return Stream.concat(onPath(), ofDebian())
        .filter(it -> Files.isExecutable(it.resolve("postgres")))
        .filter(it -> Files.isExecutable(it.resolve("initdb")))
        .findFirst()
        .map(PostgresPrograms::in);
  }

  private static PostgresPrograms in(Path directory) {
    String me = System.getProperty("user.name");
    if (!"root".equals(me)) {
      return new PostgresPrograms(directory, List.of(), me);
    }
    String user = exists("postgres") ? "postgres" : "nobody";
    return new PostgresPrograms(
        directory,
        List.of("setpriv", "--reuid=" + user, "--regid=" + groupOf(user), "--clear-groups", "--"),
        user);
  }

  private static Stream<Path> onPath() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(each -> !each.isEmpty())
        .map(Path::of);
  }

  private static Stream<Path> ofDebian() {
    if (!Files.isDirectory(DEBIAN)) {
      return Stream.empty();
    }
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      return versions
          .filter(each -> each.getFileName().toString().matches("\\d+"))
          .sorted(
              Comparator.comparing((Path each) -> Integer.valueOf(each.getFileName().toString()))
                  .reversed())
          .map(each -> each.resolve("bin"))
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot look into " + DEBIAN, unreadable);
    }
  }

  private static boolean exists(String user) {
    return passwd(user).isPresent();
  }

  private static String groupOf(String user) {
    return passwd(user).orElseThrow(() -> new IllegalStateException("Who is " + user + "?"))[3];
  }

  private static Optional<String[]> passwd(String user) {
    try (Stream<String> lines = Files.lines(Path.of("/etc/passwd"))) {
      return lines.filter(it -> it.startsWith(user + ":")).map(it -> it.split(":", -1)).findFirst();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot tell the users of this machine", unreadable);
    }
  }

  /**
   * Makes the directory, and gives it to the one who runs the server. Whoever made the directories
   * above for himself alone, in the temporary directory, lets others pass now.
   *
   * @return a directory in it that belongs to the user
   * @throws IllegalStateException if the user may not pass a directory elsewhere
   */
  Path owned(Path home) {
    try {
      Path own = Files.createDirectories(home.resolve("postgres"));
      if (!asUser.isEmpty()) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().normalize();
        for (Path each = home; each != null; each = each.getParent()) {
          letPass(each, each.startsWith(temporary) && !each.equals(temporary));
        }
        var users = own.getFileSystem().getUserPrincipalLookupService();
        Files.setOwner(own, users.lookupPrincipalByName(user));
      }
      return own;
    } catch (IOException unwritable) {
      throw new UncheckedIOException("No directory for PostgreSQL in " + home, unwritable);
    }
  }

  private void letPass(Path directory, boolean mayChange) throws IOException {
    Set<PosixFilePermission> permissions = new HashSet<>(Files.getPosixFilePermissions(directory));
    if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
      if (!mayChange) {
        throw new IllegalStateException(user + " may not pass " + directory);
      }
      Files.setPosixFilePermissions(directory, permissions);
    }
  }

  /** Runs one to its end. */
  void run(Path log, String program, List<String> arguments) throws InterruptedException {
    Process process = start(log, program, arguments);
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException(program + " has failed, see " + log);
    }
  }

  /** Starts one; what it prints goes to the file. */
  Process start(Path log, String program, List<String> arguments) {
    List<String> command = new ArrayList<>(asUser);
    command.add(directory.resolve(program).toString());
    command.addAll(arguments);
    try {
      return new ProcessBuilder(command)
          .directory(new File("/"))
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException impossible) {
      throw new UncheckedIOException("No process for " + command, impossible);
    }
  }
}
