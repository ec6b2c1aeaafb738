package org.threefold.stations.archive;

import java.util.regex.Pattern;
import org.threefold.access.Refused;
import org.threefold.events.DivisionCode;

/**
 * The code of a filed document by DA/T 22-2015: {@code SG01-ZY·XM·2026-D30-100-0001}; domain §2.6.
 */
record ArchiveCode(String value) {

  private static final Pattern FORM =
      Pattern.compile(
          "[A-Z0-9]{4}-(WS|ZY|ZP|LX|KU)(·[A-Z]{2})?·(19|20)[0-9]{2}-(Y|D30|D10)-[A-Z0-9]{2,9}-[0-9]{4}");

  /** Files of projects: professional work, kind project. */
  private static final String CATEGORY = "ZY·XM";

  /** Kept for thirty years (domain §8.11). */
  private static final String RETENTION = "D30";

  ArchiveCode {
    if (!FORM.matcher(value).matches()) {
      throw new Refused("REG-085", value);
    }
  }

  /**
   * What documents numbered in one series share: fonds, category, year, retention, organisation.
   */
  static String series(String fonds, int year, DivisionCode division) {
    String digits = division.value();
    String organisation = digits.length() < 9 ? "HUB" : digits.substring(6, 9);
    return fonds + "-" + CATEGORY + "·" + year + "-" + RETENTION + "-" + organisation;
  }

  static ArchiveCode of(String series, long number) {
    return new ArchiveCode(String.format("%s-%04d", series, number));
  }
}
