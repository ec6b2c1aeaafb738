package org.threefold.teststand;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.DivisionCode;
import org.threefold.events.Event;
import org.threefold.events.Fact;
import org.threefold.events.StationId;
import org.threefold.events.Topic;
import org.threefold.testkit.TestClock;
import org.threefold.testkit.issuer.TestIssuer;
import tools.jackson.databind.JsonNode;

/**
 * One service on a real broker and a store in memory, met only from outside: over HTTP, by what
 * others say, and by what it says.
 *
 * <p>What it {@link #heard} is handled when the next line of the test runs. What it says itself is
 * on the topic a moment after it was decided: assert {@link #said} eventually.
 */
public final class Stand implements AutoCloseable {

  private static final String COUNTY = "511523";
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(20);

  private final Class<?> application;
  private final Surroundings surroundings = new Surroundings();
  private final TestClock clock = TestClock.at("2026-11-23T04:00:00Z");
  private final Others others = new Others(clock);
  private final Map<String, Object> settings = surroundings.settings();
  private @Nullable ConfigurableApplicationContext running;

  private Stand(Class<?> application, String name, Map<String, Object> more) {
    this.application = application;
    settings.put("spring.config.name", name);
    settings.put("server.port", 0);
    settings.putAll(more);
  }

  /** The service with the settings of {@code <name>.yml}. It is noon of 23 November 2026. */
  public static Stand start(Class<?> application, String name) {
    return start(application, name, Map.of());
  }

  /** The same with settings that go before those of the file. */
  public static Stand start(Class<?> application, String name, Map<String, Object> settings) {
    var stand = new Stand(application, name, settings);
    try {
      stand.restart();
      return stand;
    } catch (RuntimeException failed) {
      stand.close();
      throw failed;
    }
  }

  /** Stops the service, if it runs, and starts it on what it left. */
  public void restart() {
    stop();
    // As arguments, which go before the files; properties of the builder would come after them.
    running =
        new SpringApplicationBuilder(application)
            .registerShutdownHook(false)
            .initializers(
                it -> ((GenericApplicationContext) it).registerBean(Clock.class, () -> clock))
            .run(
                settings.entrySet().stream()
                    .map(it -> "--" + it.getKey() + "=" + it.getValue())
                    .toArray(String[]::new));
  }

  /** Stops the service alone; broker, store and what is in them stay. */
  public void stop() {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  private ConfigurableApplicationContext service() {
    if (running == null) {
      throw new IllegalStateException("The service is stopped");
    }
    return running;
  }

  private String setting(String name) {
    return service().getEnvironment().getRequiredProperty(name);
  }

  /** The service's clock, which stands still until it is moved. */
  public TestClock clock() {
    return clock;
  }

  /** Whose tokens the service believes. */
  public TestIssuer issuer() {
    return surroundings.issuer();
  }

  /** Something of the service's own, for what cannot be seen from outside. */
  public <T> T bean(Class<T> type) {
    return service().getBean(type);
  }

  /** Where the service listens; another port after each start. */
  public int port() {
    return Integer.parseInt(setting("local.server.port"));
  }

  /** A token of this actor. */
  public String token(Actor actor) {
    return issuer().token(actor.subject(), actor.claims());
  }

  /** A token of somebody with one role in an area, and no unit; the role is the subject. */
  public String token(Role role, String area) {
    return token(new Actor(role.name(), Set.of(role), new DivisionCode(area), null, null, null));
  }

  /** A token of somebody with one role at a unit, whose division is the area. */
  public String token(Role role, StationId unit) {
    return token(new Actor(role + "@" + unit, Set.of(role), unit.division(), unit, null, null));
  }

  /** Reads as whoever the token says, or as a stranger without one. */
  public Answer get(@Nullable String token, String path) {
    return send(request(token, path));
  }

  /** Sends a command under a request key of its own. */
  public Answer post(@Nullable String token, String path, String json) {
    return post(token, path, json, UUID.randomUUID().toString());
  }

  /** Sends a command under this request key. */
  public Answer post(@Nullable String token, String path, String json, String key) {
    return send(
        request(token, path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(json)));
  }

  /**
   * A request to put together by hand: other bodies, {@code If-Match}, another language by {@code
   * setHeader}. It asks for English.
   */
  public HttpRequest.Builder request(@Nullable String token, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
            .timeout(ANSWERED_WITHIN)
            .header("Accept-Language", "en");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  public Answer send(HttpRequest.Builder request) {
    return Answer.to(request.build());
  }

  /**
   * Another service says this, the next fact of its stream; when this returns, the service under
   * test has handled it, or passed it over as none of its business.
   *
   * @throws AssertionError with the reason, if it was parked
   * @throws IllegalArgumentException if the service does not listen to this topic
   */
  public void heard(Event event) {
    requireListener(Topic.of(event)); // Before it counts as said.
    tell(List.of(others.next(event)));
  }

  /** A fact that was heard comes once more, the same in every byte. */
  public void heardAgain(Event event) {
    heard(List.of(others.again(event)));
  }

  /** The same as {@link #heard(Event)} for many facts, with what is said about each. */
  public void heard(List<Fact<Event>> facts) {
    facts.forEach(it -> requireListener(Topic.of(it.event())));
    tell(facts);
  }

  private void tell(List<Fact<Event>> facts) {
    Broker broker = surroundings.broker();
    broker.awaitPassed(setting("spring.application.name"), broker.say(facts));
    requireNothingParked(facts);
  }

  private void requireListener(Topic topic) {
    String ears = setting("spring.cloud.function.definition");
    if (!(";" + ears + ";").contains(";" + topic.topicName() + ";")) {
      throw new IllegalArgumentException(topic + " is not listened to, only " + ears);
    }
  }

  private void requireNothingParked(List<Fact<Event>> facts) {
    Answer parked = get(token(Role.AUDITOR, COUNTY), "/actuator/parked");
    if (parked.status() != 200) {
      throw new IllegalStateException("What is parked cannot be seen: " + parked);
    }
    for (Fact<Event> fact : facts) {
      for (JsonNode held : parked.json().path(Topic.of(fact.event()).topicName())) {
        if (held.path("key").asString().equals(fact.stream().id())) {
          throw new AssertionError(fact.id() + " is parked: " + held);
        }
      }
    }
  }

  /** All that stands on a topic so far; each stream in its order. */
  public List<Said> said(Topic topic) {
    return surroundings.broker().read(topic);
  }

  @Override
  public void close() {
    stop();
    surroundings.close();
  }
}
