package org.threefold.needs.open311;

import java.util.Locale;

/** The same in Chinese and in English. */
record Bilingual(String zh, String en) {

  /** As whoever asks wants to read it; in Chinese, unless that is English. */
  String in(Locale locale) {
    return locale.getLanguage().equals("en") ? en : zh;
  }
}
