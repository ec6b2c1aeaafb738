package org.threefold.stations.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threefold.events.OperatorOrigin.LOCAL;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threefold.events.ContractId;
import org.threefold.events.DivisionCode;
import org.threefold.events.OperatorId;
import org.threefold.events.OperatorOrigin;
import org.threefold.events.PurchaseMethod;
import org.threefold.events.StationEvent.OperatorRegistered;
import org.threefold.events.StationId;
import org.threefold.stations.operator.OperatorCommand.Register;
import org.threefold.stations.operator.OperatorCommand.SignContract;

class OperatorTest {

  private static final DivisionCode COUNTY = new DivisionCode("511523");
  private static final OperatorId AGENCY = new OperatorId("OP-LOCAL-1");
  private static final StationId UNIT = new StationId("ST-511523113");
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final LocalDate END = LocalDate.of(2026, 12, 31);
  private static final Operator KNOWN =
      new Operator.Unknown().after(new OperatorRegistered(AGENCY, "本土机构", LOCAL, COUNTY));

  @ParameterizedTest
  @CsvSource({
    "OP-LOCAL-1, LOCAL, 511523, false",
    "52511523MJ0000001H, LOCAL, 511523100, false",
    "OP-INTRO-1, INTRODUCED, 510100, false",
    "OP-X, UNKNOWN, 511523, true"
  })
  void an_agency_becomes_known(String id, OperatorOrigin origin, String from, boolean migrated) {
    assertThat(new Operator.Unknown().decide(register(id, origin, from, migrated))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "OP-INTRO-1, INTRODUCED, 511523",
    "OP-LOCAL-1, LOCAL, 510100",
    "OP-X, UNKNOWN, 511523",
    "52511523MJ0000001A, LOCAL, 511523",
    "SOMEBODY, LOCAL, 511523"
  })
  void origin_and_code_must_fit(String id, OperatorOrigin origin, String from) {
    refused("REG-050", new Operator.Unknown(), register(id, origin, from, false));
  }

  @Test
  void an_agency_is_registered_once() {
    refused("REG-089", KNOWN, register("OP-LOCAL-1", LOCAL, "511523", false));
  }

  @Test
  void an_agency_signs_and_signs_again_when_the_term_is_over() {
    Operator signed = KNOWN.after(KNOWN.decide(sign(START, END, null)).getFirst());
    assertThat(signed.decide(sign(END.plusDays(1), END.plusYears(1), null))).hasSize(1);
    refused("REG-053", signed, sign(END, END.plusYears(1), null));
    refused("REG-053", signed, sign(START.minusYears(1), START, null));
  }

  @Test
  void a_term_ends_after_it_starts_and_within_three_years() {
    refused("REG-054", KNOWN, sign(START, START, null));
    refused("REG-054", KNOWN, sign(START, START.minusDays(1), null));
    refused("REG-054", KNOWN, sign(START, START.plusYears(3), null));
    assertThat(KNOWN.decide(sign(START, START.plusYears(3).minusDays(1), null))).hasSize(1);
  }

  @Test
  void a_barred_agency_does_not_sign() {
    refused("REG-057", KNOWN, sign(START, END, LocalDate.of(2027, 12, 31)));
  }

  @Test
  void an_unknown_agency_does_not_sign() {
    refused("REG-090", new Operator.Unknown(), sign(START, END, null));
  }

  @ParameterizedTest
  @CsvSource({
    "91350100M000100Y43, true",
    "52511523MJ0000001H, true",
    "52511523MJ0000001A, false",
    "91350100M000100Y4, false",
    "91350100I000100Y43, false"
  })
  void a_credit_code_is_checked_by_its_last_character(String code, boolean valid) {
    assertThat(Uscc.valid(code)).isEqualTo(valid);
  }

  private static void refused(String code, Operator operator, OperatorCommand command) {
    assertThatThrownBy(() -> operator.decide(command)).hasMessageStartingWith(code);
  }

  private static Register register(
      String id, OperatorOrigin origin, String from, boolean migrated) {
    return new Register(new OperatorId(id), "机构", origin, new DivisionCode(from), COUNTY, migrated);
  }

  private static SignContract sign(
      LocalDate start, LocalDate end, @Nullable LocalDate barredUntil) {
    return new SignContract(
        new ContractId("OC-2026-0001"),
        List.of(UNIT),
        start,
        end,
        PurchaseMethod.OPEN_TENDER,
        1,
        barredUntil);
  }
}
