package org.threefold.messaging;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;
import org.springframework.util.backoff.ExponentialBackOff;
import org.threefold.calendar.CountyTime;
import org.threefold.calendar.WorkingDays;

/** Everything a service needs to say and hear, made once for each service. */
@AutoConfiguration(before = DataMongoAutoConfiguration.class)
@EnableConfigurationProperties(MessagingSettings.class)
public final class MessagingAutoConfiguration {

  /**
   * Listeners that wait for store or broker look again at most this much later, well within the
   * poll interval.
   */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final String service;

  MessagingAutoConfiguration(@Value("${spring.application.name}") String service) {
    this.service = service;
  }

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.system(CountyTime.ZONE);
  }

  @Bean
  @ConditionalOnMissingBean
  WorkingDays workingDays(@Value("${threefold.calendar.holidays:}") String file) {
    return file.isBlank() ? WorkingDays.known() : WorkingDays.with(Path.of(file));
  }

  @Bean
  MongoClientSettingsBuilderCustomizer majorityWrites() {
    return client -> client.writeConcern(WriteConcern.MAJORITY);
  }

  @Bean
  MongoCustomConversions mongoCustomConversions() {
    return MongoCustomConversions.create(conversions -> {
      conversions.bigDecimal(MongoCustomConversions.BigDecimalRepresentation.DECIMAL128);
      conversions.registerConverters(
          List.of(
              new IdConverters.Write(),
              new IdConverters.Read(),
              new DayConverters.Write(),
              new DayConverters.Read()));
    });
  }

  @Bean
  MongoDatabase mongoDatabase(MongoDatabaseFactory factory) {
    return factory.getMongoDatabase();
  }

  @Bean
  TopicNames topicNames(MessagingSettings settings) {
    return new TopicNames(settings.topicPrefix());
  }

  @Bean
  Topics topics(KafkaProperties kafka, TopicNames names, MessagingSettings settings) {
    Topics topics = new Topics(kafka.buildAdminProperties(), names, settings);
    topics.provision();
    return topics;
  }

  @Bean
  CircuitBreakerRegistry circuitBreakers(MeterRegistry meters) {
    CircuitBreakerRegistry registry =
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .slidingWindow(4, 4, SlidingWindowType.COUNT_BASED)
                .waitDurationInOpenState(Duration.ofSeconds(2))
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
    return registry;
  }

  @Bean
  KafkaOutlet outlet(
      KafkaProperties kafka, TopicNames names, CircuitBreakerRegistry breakers, Topics topics) {
    CircuitBreaker broker = breakers.circuitBreaker("broker");
    return new KafkaOutlet(kafka.buildProducerProperties(), names, broker);
  }

  @Bean
  Relay relay(Outlet outlet, MeterRegistry meters) {
    Relay relay = new Relay(outlet, Relay.SWEEP_EVERY);
    meters.gauge("threefold.unsaid", relay, Relay::unsaid);
    return relay;
  }

  @Bean
  RelayHealth relayHealth(Relay relay) {
    return new RelayHealth(relay);
  }

  @Bean
  MongoStores aggregateStores(MongoDatabase database, MongoConverter converter, Relay relay) {
    return new MongoStores(database, converter, relay, service);
  }

  @Bean
  Numbers numbers(MongoDatabase database) {
    return new MongoNumbers(database);
  }

  @Bean
  Poller deadlines(Clock clock) {
    return new Poller(clock, service);
  }

  @Bean
  Ears ear(
      MongoDatabase database,
      TopicNames names,
      KafkaOutlet outlet,
      KafkaProperties kafka,
      MessagingSettings settings,
      Clock clock,
      MeterRegistry meters) {
    return new Ears(
        database,
        names,
        outlet,
        new LogReader(kafka.buildConsumerProperties()),
        settings,
        service,
        clock,
        meters);
  }

  @Bean
  ParkedEndpoint parkedEndpoint(Ears ears) {
    return new ParkedEndpoint(ears);
  }

  /** Named in messaging.yml: hands the records themselves to the ear, keys and offsets and all. */
  @Bean
  BatchMessagingMessageConverter rawRecords() {
    BatchMessagingMessageConverter converter = new BatchMessagingMessageConverter();
    converter.setRawRecordHeader(true);
    return converter;
  }

  /**
   * Named in messaging.yml: whatever an ear throws is an outage, so the batch comes again until it
   * is over.
   */
  @Bean
  DefaultErrorHandler untilItIsOver() {
    ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
    backOff.setMaxInterval(LONGEST_WAIT.toMillis());
    DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
    handler.setClassifications(Map.of(), true);
    return handler;
  }
}
