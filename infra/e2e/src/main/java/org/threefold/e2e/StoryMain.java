package org.threefold.e2e;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.threefold.local.CountyApi;
import org.threefold.local.CountySettings;
import org.threefold.local.CountySettings.Part;

/** Plays the story in a county that is already up, one line a step. */
public final class StoryMain {

  private StoryMain() {}

  /** No arguments; the county is found as {@link CountySettings#from} says. */
  public static void main(String[] arguments) {
    CountySettings settings = CountySettings.from(System.getProperties());
    try {
      String secret = Files.readString(settings.data().resolve("issuer/secret")).strip();
      play(new CountyApi(settings, secret), settings);
    } catch (IOException noSecret) {
      System.out.println(
          "No county has been started on " + settings.data() + ". Start one with mvn -Prun.");
      System.exit(1);
    } catch (StoryFailed failed) {
      System.out.println("The story stops. " + failed.getMessage());
      System.exit(1);
    }
  }

  private static void play(CountyApi api, CountySettings settings) {
    long begin = System.nanoTime();
    boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    try (ProgressBar bar = terminal ? progressBar() : null) {
      Story story =
          new Story(
              api,
              (sentence, took) -> {
                System.out.printf("%s  (%d ms)%n", sentence, took.toMillis());
                if (bar != null) {
                  bar.step();
                }
              });
      Story.Ending ending = story.play();
      System.out.printf(
          "The story took %.1f s. Need %s, project %s, %d facts on its thread.%n",
          Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0,
          ending.need(),
          ending.project(),
          ending.hops());
      System.out.println("See it at " + settings.url(Part.OVERSIGHT));
    }
  }

  private static ProgressBar progressBar() {
    return new ProgressBarBuilder()
        .setTaskName("Story")
        .setInitialMax(Story.STEPS + 1L)
        .setStyle(ProgressBarStyle.ASCII)
        .build();
  }
}
