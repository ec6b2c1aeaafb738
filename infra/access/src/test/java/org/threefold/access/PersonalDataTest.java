package org.threefold.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.access.PersonalData.BANK_CARD;
import static org.threefold.access.PersonalData.ID_NUMBER;
import static org.threefold.access.PersonalData.MOBILE_NUMBER;

import org.junit.jupiter.api.Test;

/** All numbers here are made up; the identity numbers are the ones of the standard's examples. */
class PersonalDataTest {

  @Test
  void identity_numbers_are_found_by_their_checksum() {
    found(ID_NUMBER, "身份证11010519491231002X,请帮忙");
    found(ID_NUMBER, "11010519491231002x");
    found(ID_NUMBER, "440524 18800101 0014");
    found(ID_NUMBER, "440524188001010014");
    found(ID_NUMBER, "号码:44052418800101001４");
    found(ID_NUMBER, "4405 2418 8001 0100 14");
    found(ID_NUMBER, "440524\u200B18800101\u200B0014");
    notFound("440524188001010015");
    notFound("11010519491231002Xavier");
  }

  @Test
  void a_number_without_a_birthday_in_it_is_no_identity_number() {
    notFound("440524188013010011");
    notFound("202611230001234568");
    notFound("04052418800101001X");
  }

  @Test
  void mobile_numbers_are_found() {
    found(MOBILE_NUMBER, "电话13812345678");
    found(MOBILE_NUMBER, "138 1234 5678");
    found(MOBILE_NUMBER, "138-1234-5678。");
    found(MOBILE_NUMBER, "+86 13812345678");
    found(MOBILE_NUMBER, "008613812345678");
    found(MOBILE_NUMBER, "１３８１２３４５６７８");
    found(MOBILE_NUMBER, "2026-11-23 13812345678");
    found(MOBILE_NUMBER, "(+86) 138-1234-5678");
    found(MOBILE_NUMBER, "＋８６－１３８－１２３４－５６７８");
    found(MOBILE_NUMBER, "138\u200B1234\u00AD5678");
    found(MOBILE_NUMBER, "138/1234/5678");
    found(MOBILE_NUMBER, "13812345678或8612345");
    notFound("12812345678");
    notFound("1381234567");
    notFound("138123456789");
  }

  @Test
  void bank_cards_are_found_by_their_checksum() {
    found(BANK_CARD, "卡号6222 0212 3456 7894");
    found(BANK_CARD, "6222021234567894");
    found(BANK_CARD, "6222-0212-3456-7894");
    found(BANK_CARD, "６２２２０２１２３４５６７８９４");
    notFound("6222021234567895");
  }

  @Test
  void everyday_numbers_are_left_alone() {
    notFound("60位老人,每天12:00开饭,每餐8元,2026年11月23日起");
    notFound("订单号2026112300010005,共3000000.00元"); // Its check digit is right, and yet no card's.
    notFound("合同 ZF-2026-1101-0000-0017,1,234,567.89 元");
    notFound("编号 N-511523100001-20261123-0001");
    notFound("座机 0831-2345678");
    notFound("");
  }

  private static void found(PersonalData kind, String text) {
    assertThat(PersonalData.find(text)).contains(kind);
  }

  private static void notFound(String text) {
    assertThat(PersonalData.find(text)).isEmpty();
  }
}
