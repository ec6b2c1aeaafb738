package org.threefold.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of saying and hearing.
 *
 * @param topicPrefix before every topic name, so that several counties can share a cluster
 * @param partitions of each topic; fixed at birth, for more would break the order of keys
 * @param replicas of each topic
 * @param brokerWait how long a start waits for the broker
 * @param lanes how many keys of a batch are handled side by side
 * @param attempts how often the handling of a fact is tried before it is parked
 */
@ConfigurationProperties("threefold.messaging")
record MessagingSettings(
    @DefaultValue("") String topicPrefix,
    @DefaultValue("6") int partitions,
    @DefaultValue("1") short replicas,
    @DefaultValue("60s") Duration brokerWait,
    @DefaultValue("64") int lanes,
    @DefaultValue("3") int attempts) {}
