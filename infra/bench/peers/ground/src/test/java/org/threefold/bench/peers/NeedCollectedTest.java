package org.threefold.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.threefold.bench.protocol.Run;
import tools.jackson.databind.json.JsonMapper;

class NeedCollectedTest {

  private static final String NEED = "N-511500000007-20261125-000042";

  @Test
  void as_json_it_has_the_bytes_that_all_others_say() {
    byte[] json = JsonMapper.builder().build().writeValueAsBytes(NeedCollected.of(NEED, 400));
    assertThat(json).isEqualTo(Run.data(NEED, 400)).hasSize(400);
  }
}
