package org.threefold.needs.vault;

import java.util.Arrays;

/**
 * What things are sealed with; the number stands at the head of whatever was. Commercial
 * cryptography (SM4 in GCM, with a provider that has it) is one more row.
 */
enum Algorithm {
  AES_256_GCM(1, "AES/GCM/NoPadding", "AES", 32);

  private final int number;
  private final String transformation;
  private final String keyType;
  private final int keyBytes;

  Algorithm(int number, String transformation, String keyType, int keyBytes) {
    this.number = number;
    this.transformation = transformation;
    this.keyType = keyType;
    this.keyBytes = keyBytes;
  }

  /**
   * The algorithm of this number.
   *
   * @throws Unreadable if there is none
   */
  static Algorithm of(int number) {
    return Arrays.stream(values())
        .filter(it -> it.number == number)
        .findFirst()
        .orElseThrow(() -> new Unreadable("Sealed with an algorithm that is not known", null));
  }

  int number() {
    return number;
  }

  String transformation() {
    return transformation;
  }

  String keyType() {
    return keyType;
  }

  int keyBytes() {
    return keyBytes;
  }
}
