package org.threefold.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Year;
import java.util.Objects;
import java.util.function.Consumer;
import org.threefold.local.CountySettings.Part;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Jiang'an's reference data, told to the services through the same doors as everybody uses.
 *
 * <p>Each seed has a request key of its own, so that a start that died half-way sows the rest and
 * nothing twice. A county that was sown before there were as many gets those it lacks: new ones
 * stand at the end.
 */
final class Seeds {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String FILE = "jiangan-seeds.json";

  private final CountySettings settings;
  private final CountyApi api;
  private final Clock clock;
  private final Consumer<String> progress;

  Seeds(CountySettings settings, String secret, Clock clock, Consumer<String> progress) {
    this.settings = settings;
    this.api = new CountyApi(settings, secret);
    this.clock = clock;
    this.progress = progress;
  }

  /** Sows what has not been sown. */
  void sow() {
    Path done = settings.data().resolve("seeded");
    JsonNode seeds = read();
    int before = sownBefore(done);
    if (before >= seeds.size()) {
      return;
    }
    long begin = System.nanoTime();
    for (int number = before; number < seeds.size(); number++) {
      sow(seeds.get(number), number);
    }
    try {
      Files.writeString(done, Integer.toString(seeds.size()));
    } catch (IOException unwritable) {
      throw new UncheckedIOException("There can be no data in " + settings.data(), unwritable);
    }
    long millis = (System.nanoTime() - begin) / 1_000_000;
    progress.accept(
        String.format("%-20s in %4d ms", seeds.size() - before + " seeds sown", millis));
  }

  private static int sownBefore(Path done) {
    try {
      return Files.exists(done) ? Integer.parseInt(Files.readString(done).strip()) : 0;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(done + " cannot be read", unreadable);
    }
  }

  private void sow(JsonNode seed, int number) {
    Part part = Part.valueOf(seed.path("part").asString());
    String path = seed.path("path").asString();
    Object body =
        seed.has("bodyFrom") ? resource(seed.path("bodyFrom").asString()) : seed.path("body");
    CountyApi.Answer answer =
        api.post(seed.path("as").asString(), part, path, "seed-" + number, body);
    if (!answer.ok()) {
      throw new IllegalStateException("Seed " + number + " at " + path + " was refused: " + answer);
    }
  }

  private JsonNode read() {
    return resource("/org/threefold/local/" + FILE);
  }

  /**
   * The seeds name the year as {@code @YEAR@}, and the one after it as {@code @NEXT_YEAR@}: funds
   * are for the fiscal year in which the county is first started, and activities last beyond it.
   */
  private JsonNode resource(String path) {
    try (InputStream in = Seeds.class.getResourceAsStream(path)) {
      String text =
          new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
      int year = Year.now(clock).getValue();
      return JSON.readTree(
          text.replace("@YEAR@", Integer.toString(year))
              .replace("@NEXT_YEAR@", Integer.toString(year + 1)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(path + " cannot be read", unreadable);
    }
  }
}
