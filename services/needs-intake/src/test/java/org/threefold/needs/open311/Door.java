package org.threefold.needs.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.threefold.events.DivisionLevel;
import org.threefold.events.StationType;
import org.threefold.needs.NeedsIntakeApplication;
import org.threefold.needs.OpenUnits;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Stand;
import org.w3c.dom.Document;

/** The door of a service with three keys and three units, and what a program says there. */
final class Door implements AutoCloseable {

  static final String PATH = "/open311/v2/";
  static final String ROOM = "RM-511523100001";
  static final String TOWN = "ST-511523100";
  static final String FOREIGN_TOWN = "ST-511523101";
  static final String WORDS = "几位独居老人希望中午有热饭吃";

  /** Of the county's hotline. */
  static final String HOTLINE = "key-of-the-hotline";

  /** Of an app of one town. */
  static final String APP = "key-of-the-app";

  /** Of somebody who has filed nothing. */
  static final String SILENT = "key-of-the-silent";

  final Stand intake;

  private Door(Stand intake) {
    this.intake = intake;
  }

  static Door open(Path folder) {
    String lines =
        hash(HOTLINE)
            + "=hotline PHONE 511523\n"
            + hash(APP)
            + "=app ONLINE 511523100\n"
            + hash(SILENT)
            + "=silent ONLINE 511523\n";
    try {
      Path keys = Files.writeString(folder.resolve("keys"), lines);
      Stand intake =
          Stand.start(
              NeedsIntakeApplication.class, "needs-intake", Map.of("needs.open311.keys", keys));
      OpenUnits.open(intake, ROOM, StationType.COMMUNITY_ROOM, DivisionLevel.COMMUNITY, TOWN);
      for (String town : List.of(TOWN, FOREIGN_TOWN)) {
        OpenUnits.open(intake, town, StationType.TOWN_STATION, DivisionLevel.TOWN, "ST-511523");
      }
      return new Door(intake);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static String hash(String key) {
    try {
      byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A need of elders at the room; no two are the same words. */
  Filled need(String key) {
    return new Filled(List.of())
        .with("api_key", key)
        .with("service_code", "MEAL_CARE")
        .with("address_id", ROOM)
        .with("attribute[AGE_BAND]", "FROM_60")
        .with("attribute[GROUPS][]", "ELDER")
        .with("attribute[GROUPS][]", "ELDER_LIVING_ALONE")
        .with("description", WORDS);
  }

  /** A form that is being filled in. */
  record Filled(List<Map.Entry<String, String>> fields) {

    Filled with(String name, String value) {
      List<Map.Entry<String, String>> more = new ArrayList<>(fields);
      more.add(Map.entry(name, value));
      return new Filled(more);
    }

    Filled without(String name) {
      return new Filled(fields.stream().filter(it -> !it.getKey().equals(name)).toList());
    }

    /** With another value in its place. */
    Filled but(String name, String value) {
      return without(name).with(name, value);
    }

    String encoded() {
      return String.join(
          "&",
          fields.stream().map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue())).toList());
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  HttpRequest.Builder posting(String format, Filled form) {
    return intake
        .request(null, PATH + "requests." + format)
        .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
        .POST(BodyPublishers.ofString(form.encoded()));
  }

  Answer post(String format, Filled form) {
    return intake.send(posting(format, form));
  }

  /** The number of a need that is filed so. */
  String filed(Filled form) {
    Answer answer = post("json", form);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.text("/0/service_request_id");
  }

  Answer get(String path) {
    return intake.get(null, PATH + path);
  }

  static Document xml(Answer answer) {
    assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/xml;charset=utf-8");
    return Xml.read(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  /** Goes on to where questions without a key are counted anew. */
  void nextWindow() {
    intake.clock().advance(Duration.ofMinutes(1));
  }

  @Override
  public void close() {
    intake.close();
  }
}
