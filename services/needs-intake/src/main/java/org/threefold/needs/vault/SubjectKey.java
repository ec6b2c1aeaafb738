package org.threefold.needs.vault;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The key of one resident, to be used at once and not kept: it may be destroyed any moment. */
public final class SubjectKey {

  private final Sealing sealing;
  private final String subject;
  private final byte[] key;

  SubjectKey(Sealing sealing, String subject, byte[] key) {
    this.sealing = sealing;
    this.subject = subject;
    this.key = key;
  }

  /**
   * The text, sealed for this resident and this place.
   *
   * @param place where it will stand, for instance {@code name}
   */
  public String seal(String place, String plain) {
    byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().encodeToString(sealing.seal(key, bytes, at(place)));
  }

  /**
   * What was sealed for this resident and this place.
   *
   * @throws Unreadable if it was not, or was changed since
   */
  public String open(String place, String sealed) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(sealed);
      return new String(sealing.open(key, bytes, at(place)), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notSealed) {
      throw new Unreadable("Not in the form of what is sealed", notSealed);
    }
  }

  private String at(String place) {
    return subject + "/" + place;
  }

  @Override
  public String toString() {
    return "***";
  }
}
