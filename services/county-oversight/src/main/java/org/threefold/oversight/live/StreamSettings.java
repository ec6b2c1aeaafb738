package org.threefold.oversight.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the live stream.
 *
 * @param window so many facts are kept for readers that come back; one that lags further is cut off
 * @param readers so many may listen at the same time
 * @param readersOfOne so many of them may be the same person
 * @param heartbeat after so long without a fact a reader is told that all is well
 * @param retry after so long a reader that lost the connection comes back
 * @param look so often a service at rest looks for what another instance has told
 */
@ConfigurationProperties("oversight.stream")
record StreamSettings(
    @DefaultValue("10000") int window,
    @DefaultValue("4000") int readers,
    @DefaultValue("20") int readersOfOne,
    @DefaultValue("15s") Duration heartbeat,
    @DefaultValue("2s") Duration retry,
    @DefaultValue("200ms") Duration look) {

  StreamSettings {
    if (window < Block.MOST) {
      throw new IllegalArgumentException("oversight.stream.window is at least " + Block.MOST);
    }
  }
}
