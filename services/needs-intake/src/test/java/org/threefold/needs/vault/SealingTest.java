package org.threefold.needs.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SealingTest {

  private static final byte[] NAME = "张标记".getBytes(UTF_8);
  private static final String PLACE = "R-1/NAME";

  private final Sealing sealing = new Sealing(new SecureRandom());
  private final byte[] key = sealing.newKey();

  @Test
  void what_is_sealed_is_opened_with_the_same_key_in_the_same_place() {
    byte[] sealed = sealing.seal(key, NAME, PLACE);
    assertThat(sealing.open(key, sealed, PLACE)).isEqualTo(NAME);
    assertThat(sealed[0]).isEqualTo((byte) Algorithm.AES_256_GCM.number());
  }

  @Test
  void it_opens_neither_in_another_place_nor_with_another_key() {
    byte[] sealed = sealing.seal(key, NAME, PLACE);
    refused(key, sealed, "R-2/NAME");
    refused(key, sealed, "R-1/ADDRESS");
    refused(sealing.newKey(), sealed, PLACE);
  }

  @Test
  void it_does_not_open_when_one_bit_of_it_was_changed() {
    byte[] sealed = sealing.seal(key, NAME, PLACE);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      refused(key, changed, PLACE);
    }
    refused(key, Arrays.copyOf(sealed, sealed.length - 1), PLACE);
    refused(key, new byte[0], PLACE);
  }

  @Test
  void of_a_hundred_thousand_nonces_no_two_are_the_same() {
    Set<String> nonces = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      byte[] sealed = sealing.seal(key, NAME, PLACE);
      nonces.add(Arrays.toString(Arrays.copyOfRange(sealed, 1, 13)));
    }
    assertThat(nonces).hasSize(100_000);
  }

  private void refused(byte[] with, byte[] sealed, String place) {
    assertThatThrownBy(() -> sealing.open(with, sealed, place))
        .isInstanceOf(Unreadable.class)
        .hasMessageNotContaining("张");
  }
}
