package org.threefold.messaging;

import static org.threefold.messaging.Tally.asked;
import static org.threefold.messaging.Tally.more;
import static org.threefold.messaging.Tally.need;
import static org.threefold.testkit.Eventually.eventually;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.messaging.Message;
import org.threefold.events.IntakeEvent;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent;
import org.threefold.events.NeedEvent.NeedSorted;
import org.threefold.events.NeedId;

/**
 * A service that hears itself, in a process that will die. It first brings to its end what the life
 * before it left, then decides more, and dies at its point.
 */
public final class Mortal {

  /** So many aggregates are on their way side by side. */
  static final int NEEDS = 8;

  /** So many facts of each in one life. */
  static final int WAVES = 3;

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Document SOMETHING = new Document("$exists", true);

  /** What came of all facts of one need, each counted once if all is well. */
  record Effect(int facts, int sum) {}

  private final Aggregates<Tally, NeedEvent> tallies;
  private final MongoDatabase database;

  @SuppressWarnings("unchecked") // There is one bean of this type.
  private Mortal(ConfigurableApplicationContext context) {
    this.tallies = context.getBean(Aggregates.class);
    this.database = context.getBean(MongoDatabase.class);
  }

  /**
   * Arguments: store, broker, which life this is from 1, its point or {@code NONE}, and the passing
   * of the point at which to die.
   */
  public static void main(String[] arguments) {
    int life = Integer.parseInt(arguments[2]);
    try (ConfigurableApplicationContext context = start(arguments[0], arguments[1])) {
      Mortal mortal = new Mortal(context);
      mortal.live(life - 1);
      System.out.println("recovered, heard again " + heardAgain(context));
      if (!arguments[3].equals("NONE")) {
        Fate.is(Point.valueOf(arguments[3]), Integer.parseInt(arguments[4]));
        mortal.live(life);
        throw new IllegalStateException("Nobody died at " + arguments[3]);
      }
    }
    System.exit(0);
  }

  private static ConfigurableApplicationContext start(String mongo, String kafka) {
    return new SpringApplicationBuilder(Service.class)
        .properties("spring.config.name=bench")
        .run(
            "--spring.mongodb.uri=" + mongo,
            "--spring.kafka.bootstrap-servers=" + kafka,
            "--spring.kafka.producer.properties.interceptor.classes="
                + Acknowledgements.class.getName(),
            // The next life takes the place of this one at once.
            "--spring.cloud.stream.kafka.binder.consumer-properties.group.instance.id=mortal");
  }

  /** Decides what this life has to decide, also if it was decided before, and sees it arrive. */
  private void live(int life) {
    for (int wave = 1; life > 0 && wave <= WAVES; wave++) {
      String key = "life-" + life + "-" + wave;
      List<CompletableFuture<?>> decisions = new ArrayList<>();
      for (int number = 1; number <= NEEDS; number++) {
        NeedId need = need(number);
        decisions.add(tallies.submit(need.value(), asked(key), more(need, NeedCategory.REHAB)));
      }
      decisions.forEach(CompletableFuture::join);
      int facts = (life - 1) * WAVES + wave;
      eventually("all of " + key + " has arrived", PATIENCE, () -> hasArrived(facts));
    }
  }

  private boolean hasArrived(int facts) {
    return database.getCollection("tallies").countDocuments(new Document("ob", SOMETHING)) == 0
        && allHave("effects", "state.facts", facts)
        && allHave("seen", "v", facts);
  }

  /** A life that repeats what another did may find more than it has come to itself. */
  private boolean allHave(String collection, String field, int facts) {
    Document atLeast = new Document(field, new Document("$gte", facts));
    return database.getCollection(collection).countDocuments(atLeast) == NEEDS;
  }

  private static long heardAgain(ConfigurableApplicationContext context) {
    return context
        .getBean(MeterRegistry.class)
        .find("threefold.heard")
        .tag("outcome", "duplicate")
        .counters()
        .stream()
        .mapToLong(counter -> (long) counter.count())
        .sum();
  }

  /** Sees each record acknowledged, while others of the same sending are not. */
  public static final class Acknowledgements implements ProducerInterceptor<byte[], byte[]> {

    /** For Kafka, which makes it. */
    public Acknowledgements() {}

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> outgoing) {
      return outgoing;
    }

    @Override
    public void onAcknowledgement(@Nullable RecordMetadata place, @Nullable Exception failure) {
      Fate.passed(Point.AT_THE_FIRST_ACKNOWLEDGEMENT_OF_MANY);
    }

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> settings) {}
  }

  /** The service: the beans that every service has, and those that see the points. */
  @EnableAutoConfiguration
  static class Service {

    @Bean
    Aggregates<Tally, NeedEvent> tallies(AggregateStores stores) {
      return stores.open(Tally.TYPE);
    }

    @Bean
    Known<Effect> effects(AggregateStores stores) {
      return stores.known("effects", Effect.class);
    }

    @Bean
    Consumer<Message<List<byte[]>>> needs(Ear ear, Known<Effect> effects) {
      return ear.hear(
          IntakeEvent.class,
          (event, cause) -> {
            if (event instanceof NeedSorted sorted) {
              effects.learn(
                  sorted.need().value(), cause, known -> after(known, sorted.duplicatesFound()));
            }
          });
    }

    private static Effect after(@Nullable Effect known, int number) {
      return known == null
          ? new Effect(1, number)
          : new Effect(known.facts + 1, known.sum + number);
    }

    @Bean
    MongoClientSettingsBuilderCustomizer fatalStore() {
      return client -> client.addCommandListener(new FatalStore());
    }

    @Bean
    @Primary
    Outlet fatalOutlet(KafkaOutlet outlet) {
      return facts -> {
        Fate.passed(Point.BEFORE_THE_SEND);
        outlet.send(facts);
        Fate.passed(Point.AFTER_THE_ACKNOWLEDGEMENT);
      };
    }
  }
}
