package org.threefold.needs;

import java.util.Locale;

/** The same in Chinese and in English. */
public record Bilingual(String zh, String en) {

  /** As whoever asks wants to read it; in Chinese, unless that is English. */
  public String in(Locale locale) {
    return locale.getLanguage().equals("en") ? en : zh;
  }
}
