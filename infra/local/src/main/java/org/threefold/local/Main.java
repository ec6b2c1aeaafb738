package org.threefold.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.threefold.local.CountySettings.Part;
import org.threefold.local.issuer.Persona;

/** Starts the county, says what is up, where, and as whom to sign in, and runs until Ctrl-C. */
public final class Main {

  private Main() {}

  /** No arguments; see {@link CountySettings#from} for the settings. */
  public static void main(String[] arguments) throws InterruptedException {
    long begin = System.nanoTime();
    // Tomcat logs through java.util.logging; with the rest, it goes where logback.xml says.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    try {
      CountySettings settings = CountySettings.from(System.getProperties());
      say("Threefold starts. Data: " + settings.data());
      County county = County.start(settings, line -> say("  " + line));
      CountDownLatch stopped = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                say("Stopping …");
                county.close();
                say("Everything is kept in " + settings.data());
                stopped.countDown();
              }));
      welcome(county, Duration.ofNanos(System.nanoTime() - begin));
      stopped.await();
    } catch (CannotStart | IllegalArgumentException reason) {
      say("Threefold cannot start. " + reason.getMessage());
      System.exit(1);
    }
  }

  private static void welcome(County county, Duration took) {
    CountySettings at = county.settings();
    say("");
    say(
        String.format(
            "The county is up after %.1f s, %d MB resident, process %d.",
            took.toMillis() / 1000.0, residentMegabytes(), ProcessHandle.current().pid()));
    if (!county.clock().ahead().isZero()) {
      say("Its clock is ahead by " + county.clock().ahead() + ".");
    }
    say("");
    say("  county page          " + at.url(Part.OVERSIGHT));
    for (Part part : Part.values()) {
      boolean http = part != Part.KAFKA && part != Part.MONGO;
      String where = http ? at.url(part) : "localhost:" + at.port(part);
      say(String.format("  %-20s %s", part.partName(), where));
    }
    say("");
    say("Sign in as one of these, on the page or as an OAuth2 client (client_credentials at");
    say(at.url(Part.ISSUER) + "/oauth2/token):");
    for (Persona persona : Persona.ALL) {
      say(String.format("  %-20s %-20s %s", persona.name(), persona.role(), persona.area()));
    }
    say("secret: " + county.secret());
    say("");
    say("Play the story from another terminal: mvn -Pstory     Stop with Ctrl-C.");
  }

  /** What the operating system says this process holds; 0 where it does not say. */
  private static long residentMegabytes() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException notHere) {
      return 0;
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
