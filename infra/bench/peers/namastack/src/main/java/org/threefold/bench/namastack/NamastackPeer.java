package org.threefold.bench.namastack;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.threefold.bench.peers.Tables;

/** A small program with an outbox: one event, said on the topic of the run. */
@SpringBootApplication(proxyBeanMethods = false)
class NamastackPeer {

  @Bean
  Tables tables(JdbcTemplate jdbc) {
    return new Tables(jdbc);
  }
}
