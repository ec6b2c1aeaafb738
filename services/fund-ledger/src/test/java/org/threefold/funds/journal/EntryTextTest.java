package org.threefold.funds.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threefold.events.Attributes;
import org.threefold.events.DivisionCode;
import org.threefold.events.Stream;
import org.threefold.events.Topic;
import org.threefold.messaging.Outlet.Outgoing;

/** An entry is one line of text, in one form only. */
class EntryTextTest {

  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  private static final Instant EARLIER = NOON.minusMillis(5);

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Entry entry(byte[] change) {
    Attributes attributes =
        new Attributes(
            new Stream("fund", "F-1"),
            2,
            "org.threefold.fund.contribution-received.v1",
            EntryDocuments.SOURCE,
            EARLIER,
            "F-1",
            "request/k",
            "FINANCE@FIN",
            new DivisionCode("511523"),
            null);
    return Chain.seal(
        1,
        NOON,
        List.of(
            new Decided(
                "request/k",
                EARLIER,
                "FINANCE@FIN",
                "k",
                "hash",
                null,
                null,
                0,
                "F-1",
                List.of(new Noted("Opened", change)),
                List.of(new Posting("F-1/RECEIVED", "F-1/AVAILABLE", new Money(500))),
                List.of(new Outgoing(Topic.FUNDS, attributes, utf8("{\"amountFen\":500}"))))),
        Chain.GENESIS);
  }

  private static String line(Entry entry) {
    return new String(EntryText.write(entry), StandardCharsets.UTF_8);
  }

  @Test
  void the_form_is_this_one_for_ever() {
    Entry entry = entry(utf8("{\"name\":\"养老 😀\\n\"}"));
    assertThat(line(entry))
        .isEqualTo(
            """
            {"seq":1,"at":"2026-11-23T04:00:00.000Z",\
            "prevHash":"2c3197046f1abfa83210619468698d2be8a7d75df3f11cf6172f33259950a94d",\
            "hash":"%s","decisions":[{"cause":"request/k","at":"2026-11-23T03:59:59.995Z",\
            "actor":"FINANCE@FIN","key":"k","bodyHash":"hash","ref":"F-1",\
            "changes":[{"kind":"Opened","data":"{\\"name\\":\\"养老 😀\\\\n\\"}"}],\
            "postings":[{"from":"F-1/RECEIVED","to":"F-1/AVAILABLE","fen":500}],\
            "facts":[{"stream":"fund/F-1","version":2,\
            "type":"org.threefold.fund.contribution-received.v1","flow":"F-1",\
            "division":"511523","data":"{\\"amountFen\\":500}"}]}]}\
            """
                .formatted(entry.hash()));
  }

  @Test
  void what_is_read_back_has_the_same_hash() {
    for (byte[] data :
        List.of(
            utf8("{}"),
            utf8("\"\\ \b\t\n\f\r \u0000\u001f\u007f\u2028\uFEFF 😀"),
            new byte[0],
            new byte[] {(byte) 0xff, 0, (byte) 0xc3})) {
      Entry entry = entry(data);
      Entry read = EntryText.read(EntryText.write(entry));
      assertThat(Chain.isWhole(read)).isTrue();
      assertThat(read.decisions().getFirst().changes().getFirst().data()).isEqualTo(data);
      assertThat(read.decisions().getFirst().facts().getFirst().attributes())
          .isEqualTo(entry.decisions().getFirst().facts().getFirst().attributes());
    }
  }

  @Test
  void an_entry_that_was_heard_of_keeps_what_was_heard() {
    Decided decided =
        new Decided(
            "project/P-1@3",
            NOON,
            "SYSTEM@fund-ledger",
            null,
            null,
            "00-trace-01",
            "project/P-1",
            3,
            "",
            List.of(),
            List.of(),
            List.of());
    Entry entry = Chain.seal(7, NOON, List.of(decided), "before");
    assertThat(line(entry))
        .contains("\"trace\":\"00-trace-01\",\"heard\":\"project/P-1\",\"heardVersion\":3,")
        .doesNotContain("\"key\"");
    assertThat(EntryText.read(EntryText.write(entry))).isEqualTo(entry);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"seq\":1,    | {\"seq\": 1,   | it is not in the form in which entries are written",
        "{\"seq\":1,    | {\"seq\":1.0,  | it is not in the form in which entries are written",
        "{\"seq\":1,    | {\"seq\":\"1\",| it is not in the form in which entries are written",
        "\"ref\":\"F-1\"| \"ref\":\"\\u0046-1\"| it is not in the form in which entries are written",
        "\"ref\":\"F-1\"| \"ref\":\"F-1\",\"x\":1| it is not in the form in which entries are written",
        "04:00:00.000Z  | 04:00:00Z       | it is not in the form in which entries are written",
        "{\"seq\":1,    | {\"seq\":1,\"seq\":1,| it is no entry: it is not well-formed JSON",
        "]}]}           | ]}]}x           | it is no entry: it is not well-formed JSON",
        "\"fen\":500    | \"fen\":0       | it is no entry: A posting moves money: the amount is zero",
        "\"fen\":500    | \"fen\":-5      | it is no entry: Money is never negative: -5"
      })
  void nothing_else_is_an_entry(String part, String instead, String reason) {
    String line = line(entry(utf8("{}")));
    assertThat(line).contains(part);
    assertThatThrownBy(() -> EntryText.read(utf8(line.replace(part, instead))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  @Test
  void an_empty_line_is_no_entry() {
    assertThatThrownBy(() -> EntryText.read(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EntryText.read(utf8("[]")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
