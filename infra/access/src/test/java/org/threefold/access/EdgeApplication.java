package org.threefold.access;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** An application with nothing but an edge. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ThingsHttp.class, PlainProblems.class})
class EdgeApplication {

  static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

  @Bean
  Clock clock() {
    return Clock.fixed(NOON, ZoneOffset.UTC);
  }
}
