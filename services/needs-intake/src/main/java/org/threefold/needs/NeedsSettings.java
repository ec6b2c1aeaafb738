package org.threefold.needs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a county may set otherwise.
 *
 * @param autoCloseAfter a need closes by itself when the resident has not answered feedback so long
 *     (domain §3.6)
 * @param recordedWithinDays a need is recorded at most so many days after the resident spoke
 */
@ConfigurationProperties("needs")
public record NeedsSettings(
    @DefaultValue("7d") Duration autoCloseAfter, @DefaultValue("366") int recordedWithinDays) {}
