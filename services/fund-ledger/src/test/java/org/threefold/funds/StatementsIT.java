package org.threefold.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threefold.testkit.Eventually.eventually;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ThrowingRunnable;
import org.bson.Document;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.ClientGroup;
import org.threefold.events.CostCode;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundId;
import org.threefold.events.ProjectEvent.FundingLine;
import org.threefold.events.ProjectEvent.ProjectFundingRequested;
import org.threefold.events.ProjectId;
import org.threefold.events.Purpose;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Stand;
import tools.jackson.databind.JsonNode;

/** What an auditor does at the counter: reads statements, takes the journal home, proves it. */
class StatementsIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final DivisionCode TOWN = new DivisionCode("511523100");
  private static final String YEAR = "?from=2026-01-01&to=2027-01-01";
  private static final AtomicInteger RECEIPTS = new AtomicInteger();
  private static final AtomicInteger PROJECTS = new AtomicInteger();

  private static Stand counter;
  private static String finance;
  private static String auditor;

  @BeforeAll
  static void start() {
    counter =
        Stand.start(
            FundLedgerApplication.class, "fund-ledger", Map.of("funds.proof.again", "100ms"));
    finance = counter.token(Role.FINANCE, "511523");
    auditor = counter.token(Role.AUDITOR, "511523");
  }

  @AfterAll
  static void stop() {
    counter.close();
  }

  private static FundId opened(String name, String owner) {
    Answer opened =
        counter.post(
            finance,
            "/api/v1/funds",
            """
            {"name":"%s","type":"CA_GOVERNANCE","owner":"%s","fiscalYear":2026,"division":"511523"}\
            """
                .formatted(name, owner));
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    return new FundId(opened.text("/id"));
  }

  private static void contributed(FundId fund, long fen) {
    Answer answer =
        counter.post(
            finance,
            "/api/v1/funds/" + fund + "/contributions",
            "{\"amountFen\":%d,\"payer\":\"FISCAL\",\"ref\":\"2026-%d\"}"
                .formatted(fen, RECEIPTS.incrementAndGet()));
    assertThat(answer.status()).isEqualTo(200);
  }

  private static ProjectId reserved(FundId fund, long fen) {
    ProjectId project =
        new ProjectId("P-2026-511523100-%04d".formatted(PROJECTS.incrementAndGet()));
    counter.heard(
        new ProjectFundingRequested(
            project,
            1,
            List.of(new FundingLine(fund, fen, Purpose.SERVICE_PROJECT, CostCode.ACTIVITY)),
            fen,
            List.of(ClientGroup.ELDER),
            TOWN));
    assertThat(counter.get(auditor, "/api/v1/fundings/" + project).text("/status"))
        .isEqualTo("HELD");
    return project;
  }

  private static String purchaser(String dept) {
    return counter.token(
        new Actor(
            "p-" + dept,
            Set.of(Role.PURCHASER),
            new DivisionCode("511523"),
            null,
            new DeptCode(dept),
            null));
  }

  /** The answer as bytes, with more headers. */
  private static HttpResponse<byte[]> download(String token, String path, String... headers) {
    HttpRequest.Builder request = counter.request(token, path);
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void a_statement_is_had_in_pages_of_json() {
    FundId fund = opened("治理", "CAB");
    contributed(fund, 500);
    contributed(fund, 700);
    ProjectId project = reserved(fund, 300);
    String path = "/api/v1/funds/" + fund + "/statement" + YEAR;
    JsonNode first = counter.get(auditor, path + "&limit=2").json();
    assertThat(first.at("/title").asString()).isEqualTo("治理");
    assertThat(first.at("/opening/receivedFen").asLong(-1)).isZero();
    assertThat(first.at("/closing/receivedFen").asLong()).isEqualTo(1_200);
    assertThat(first.at("/closing/heldFen").asLong()).isEqualTo(300);
    assertThat(first.at("/closing/availableFen").asLong()).isEqualTo(900);
    assertThat(first.at("/trialBalanceFen").asLong(-1)).isZero();
    assertThat(first.at("/postings").size()).isEqualTo(2);
    assertThat(first.at("/totals").toString())
        .contains("{\"from\":\"RECEIVED\",\"to\":\"AVAILABLE\",\"count\":2,\"totalFen\":1200}");
    JsonNode second =
        counter.get(auditor, path + "&limit=2&after=" + first.at("/next").asLong()).json();
    assertThat(second.at("/next").isMissingNode()).isTrue();
    JsonNode line = second.at("/postings/0");
    assertThat(line.at("/project").asString()).isEqualTo(project.value());
    assertThat(line.at("/by").asString()).isEqualTo("SYSTEM@fund-ledger");
    assertThat(line.at("/from").asString()).isEqualTo("AVAILABLE");
    assertThat(line.at("/balances/availableFen").asLong()).isEqualTo(900);

    JsonNode ofProject =
        counter.get(auditor, "/api/v1/fundings/" + project + "/statement" + YEAR).json();
    assertThat(ofProject.at("/closing/heldFen").asLong()).isEqualTo(300);
    assertThat(ofProject.at("/closing/availableFen").asLong()).isEqualTo(-300);
    assertThat(ofProject.at("/trialBalanceFen").asLong(-1)).isZero();
  }

  @Test
  void balances_of_the_past_are_told_with_the_entry_up_to_which_they_count() {
    FundId fund = opened("治理", "CAB");
    contributed(fund, 500);
    String before = counter.clock().instant().toString();
    counter.clock().advance(Duration.ofMinutes(1));
    contributed(fund, 700);
    String path = "/api/v1/funds/" + fund + "/balances";
    JsonNode past = counter.get(auditor, path + "?at=" + before).json();
    JsonNode now = counter.get(auditor, path).json();
    assertThat(past.at("/balances/receivedFen").asLong()).isEqualTo(500);
    assertThat(now.at("/balances/receivedFen").asLong()).isEqualTo(1_200);
    assertThat(past.at("/seq").asLong()).isLessThan(now.at("/seq").asLong());
    assertThat(counter.get(auditor, path + "?at=yesterday").status()).isEqualTo(400);
    assertThat(counter.get(auditor, path + "?at=%2B1000000000-12-31T23:59:59.999999999Z").status())
        .isEqualTo(400);
  }

  @Test
  void a_workbook_adds_up_to_the_fen_and_a_name_that_looks_like_a_formula_is_only_a_name()
      throws IOException {
    FundId fund = opened("=1+1|cmd", "CAB");
    contributed(fund, 1_234_567);
    contributed(fund, 1);
    reserved(fund, 30_003);
    HttpResponse<byte[]> response =
        download(
            auditor,
            "/api/v1/funds/" + fund + "/statement" + YEAR,
            "Accept",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "content-type"))
        .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    assertThat(header(response, "content-disposition"))
        .isEqualTo("attachment; filename=\"statement-" + fund + "-2026-01-01-2027-01-01.xlsx\"");
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(response.body()))) {
      assertThat(book.getFirstSheet().getName()).isEqualTo("Statement");
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(1 + 1 + 3 + 1 + 2 + 1);
      assertThat(rows.get(0).getCellText(10)).isEqualTo("Amount (yuan)");
      assertThat(rows.get(1).getCellText(3)).isEqualTo("=1+1|cmd");
      assertThat(rows.get(1).getCell(3).getType()).isEqualTo(CellType.STRING);
      assertThat(sum(rows, "Posting", 10)).isEqualByComparingTo("12645.71");
      assertThat(sum(rows, "Total", 10)).isEqualByComparingTo("12645.71");
      assertThat(sum(rows, "Opening balance", 11)).isEqualByComparingTo("0");
      BigDecimal received = sum(rows, "Closing balance", 11);
      assertThat(received).isEqualByComparingTo("12345.68");
      assertThat(sum(rows, "Closing balance", 12).add(sum(rows, "Closing balance", 16)))
          .isEqualByComparingTo(received);
      assertThat(sum(rows, "Trial balance", 10)).isEqualByComparingTo("0");
    }
  }

  private static BigDecimal sum(List<Row> rows, String kind, int column) {
    return rows.stream()
        .filter(row -> row.getCellText(0).equals(kind))
        .map(row -> row.getCellAsNumber(column).orElseThrow())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void comma_separated_values_are_chinese_unless_english_is_asked_for() {
    FundId fund = opened("@SUM(A1),养老", "CAB");
    contributed(fund, 1_234_567);
    String path = "/api/v1/funds/" + fund + "/statement" + YEAR + "&format=csv";
    HttpResponse<byte[]> chinese = download(auditor, path, "Accept-Language", "zh-CN");
    assertThat(header(chinese, "content-type"))
        .startsWith("text/csv;")
        .contains("charset=UTF-8", "header=present");
    assertThat(header(chinese, "content-language")).isEqualTo("zh");
    assertThat(header(chinese, "content-disposition")).endsWith("2027-01-01.csv\"");
    List<String> rows = List.of(text(chinese).split("\r\n", -1));
    assertThat(rows).hasSize(6 + 1);
    assertThat(rows.get(0)).startsWith("\uFEFF行,日期,分录号,摘要,经办（角色与单位）,");
    assertThat(rows.get(1))
        .startsWith("期初余额,2026-01-01 00:00:00.000,0,\"'@SUM(A1),养老\",")
        .endsWith(",0.00,0.00,0.00,0.00,0.00,0.00");
    assertThat(rows.get(2))
        .startsWith("明细,2026-11-23 12:0")
        .contains(",FINANCE@511523,", "," + fund + ",收入,可用,1,12345.67,12345.67,")
        .endsWith(",12345.67");
    assertThat(rows.get(4)).contains("合计,", "收入,可用,1,12345.67,");
    assertThat(rows.get(5)).startsWith("试算平衡,").contains(",0.00,");
    assertThat(rows)
        .filteredOn(it -> !it.isEmpty())
        .allSatisfy(it -> {
          String unquoted = it.replaceAll("\"[^\"]*\"", "");
          assertThat(unquoted.chars().filter(c -> c == ',').count()).isEqualTo(16);
        });
    assertThat(text(download(auditor, path))).startsWith("\uFEFFRow,Date,Entry,");
  }

  @Test
  void several_funds_are_had_as_one_and_everybody_gets_what_they_may_see() {
    FundId own = opened("妇联", "WMF");
    contributed(own, 500);
    FundId other = opened("治理", "CAB");
    contributed(other, 900);
    String all = "/api/v1/statements" + YEAR + "&fiscalYear=2026&type=CA_GOVERNANCE";
    JsonNode seen = counter.get(purchaser("WMF"), all).json();
    assertThat(seen.at("/of").asString()).isEqualTo("funds-2026-CA_GOVERNANCE");
    assertThat(seen.at("/closing/receivedFen").asLong()).isEqualTo(500);
    assertThat(counter.get(auditor, all + "&owner=WMF").json().at("/closing/receivedFen").asLong())
        .isEqualTo(500);
    assertThat(counter.get(auditor, all).json().at("/closing/receivedFen").asLong())
        .isGreaterThanOrEqualTo(1_400);
    assertThat(counter.get(auditor, all + "&owner=PUB").json().at("/postings").size()).isZero();

    String of = "/api/v1/funds/" + own + "/statement" + YEAR;
    assertThat(counter.get(purchaser("WMF"), of).status()).isEqualTo(200);
    assertThat(counter.get(purchaser("CAB"), of).status()).isEqualTo(404);
    assertThat(counter.get(counter.token(Role.TST_HEAD, "511523100"), of).status()).isEqualTo(403);
    assertThat(counter.get(counter.token(Role.AUDITOR, "511523100"), of).status()).isEqualTo(404);
    assertThat(counter.get(null, of).status()).isEqualTo(401);
    ProjectId project = reserved(own, 5);
    String ofProject = "/api/v1/fundings/" + project + "/statement" + YEAR;
    assertThat(counter.get(counter.token(Role.TST_HEAD, "511523100"), ofProject).status())
        .isEqualTo(200);
    assertThat(counter.get(counter.token(Role.TST_HEAD, "511523101"), ofProject).status())
        .isEqualTo(404);
  }

  @Test
  void what_is_asked_for_wrongly_is_refused() {
    FundId fund = opened("治理", "CAB");
    String path = "/api/v1/funds/" + fund + "/statement";
    for (String query :
        List.of(
            "",
            "?from=2026-01-01",
            "?from=2026-01-01&to=2026-01-01",
            "?from=2026-02-30&to=2026-12-31",
            "?from=1999-12-31&to=2026-12-31",
            "?from=2026-01-01&to=%2B999999999-12-31",
            YEAR + "&limit=0",
            YEAR + "&after=x",
            YEAR + "&format=pdf",
            YEAR + "&from=2026-01-01")) {
      Answer refused = counter.get(auditor, path + query);
      assertThat(refused.status()).as(query).isEqualTo(400);
      assertThat(refused.text("/code")).isEqualTo("API-013");
    }
    HttpResponse<byte[]> pdf = download(auditor, path + YEAR, "Accept", "application/pdf");
    assertThat(pdf.statusCode()).isEqualTo(406);
  }

  @Test
  void two_hundred_funds_are_had_as_one_and_no_more() {
    String fund =
        """
        {"name":"试点","type":"PILOT","owner":"CAB","fiscalYear":2031,"division":"511523"}\
        """;
    for (int i = 0; i < 200; i++) {
      assertThat(counter.post(finance, "/api/v1/funds", fund).status()).isEqualTo(201);
    }
    String path = "/api/v1/statements" + YEAR + "&fiscalYear=2031";
    assertThat(counter.get(auditor, path).status()).isEqualTo(200);
    assertThat(counter.post(finance, "/api/v1/funds", fund).status()).isEqualTo(201);
    assertThat(counter.get(auditor, path).text("/code")).isEqualTo("FUND-091");
  }

  @Test
  void the_trial_balance_of_the_county_is_zero_and_not_for_everybody() {
    FundId fund = opened("治理", "CAB");
    contributed(fund, 500);
    JsonNode balance = counter.get(auditor, "/api/v1/trial-balance").json();
    assertThat(balance.at("/totalFen").asLong(-1)).isZero();
    assertThat(balance.at("/accounts/RECEIVED").asLong()).isNegative();
    assertThat(balance.at("/funds").toString()).contains(fund.value());
    assertThat(counter.get(purchaser("CAB"), "/api/v1/trial-balance").status()).isEqualTo(403);
    String narrow = counter.token(Role.AUDITOR, "511523100");
    assertThat(counter.get(narrow, "/api/v1/trial-balance").status()).isEqualTo(404);
  }

  private static HttpResponse<byte[]> export(String token) {
    return download(token, "/api/v1/journal/export");
  }

  @Test
  void the_journal_is_taken_home_and_proved_there_by_a_program_of_its_own(@TempDir Path home)
      throws Exception {
    FundId fund = opened("治理", "CAB");
    contributed(fund, 500);
    reserved(fund, 100);
    JsonNode head = counter.get(auditor, "/api/v1/journal/head").json();
    HttpResponse<byte[]> response = export(auditor);
    assertThat(header(response, "content-type")).isEqualTo("application/jsonl");
    String last = header(response, "journal-head");
    assertThat(header(response, "content-disposition"))
        .isEqualTo("attachment; filename=\"journal-1-" + last.split(" ", 2)[0] + ".jsonl\"");
    Path file = Files.write(home.resolve("journal.jsonl"), response.body());

    List<String> said = verify(file, head.at("/hash").asString());
    assertThat(said).last().isEqualTo("exit 0");
    assertThat(said).contains("The journal is sound.").anyMatch(it -> it.startsWith(fund + " "));
    assertThat(said.toString()).contains("with the hash " + last.split(" ", 2)[1]);

    byte[] changed =
        text(response).replace("\"fen\":500}", "\"fen\":501}").getBytes(StandardCharsets.UTF_8);
    List<String> found = verify(Files.write(file, changed), head.at("/hash").asString());
    assertThat(found).last().isEqualTo("exit 1");
    assertThat(found.getFirst()).contains("its content does not match its hash");
  }

  /** Runs it as a process of its own; what it says, and its exit code at last. */
  private static List<String> verify(Path file, String head) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dstdout.encoding=UTF-8",
                "org.threefold.funds.proof.Verify",
                "--head=" + head,
                file.toString())
            .redirectErrorStream(true)
            .start();
    List<String> said =
        new ArrayList<>(
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    said.add("exit " + process.exitValue());
    return said;
  }

  @Test
  void an_export_from_an_entry_on_continues_one_that_ended_before_it() {
    FundId fund = opened("治理", "CAB");
    byte[] before = export(auditor).body();
    long seq = new String(before, StandardCharsets.UTF_8).lines().count();
    contributed(fund, 500);
    String rest = text(download(auditor, "/api/v1/journal/export?from=" + (seq + 1)));
    assertThat(rest).startsWith("{\"seq\":" + (seq + 1) + ",");
    assertThat(text(export(auditor))).isEqualTo(new String(before, StandardCharsets.UTF_8) + rest);
  }

  @Test
  void the_journal_is_exported_to_those_only_who_may_see_all_of_it() {
    contributed(opened("治理", "CAB"), 500);
    assertThat(export(finance).statusCode()).isEqualTo(200);
    assertThat(export(purchaser("CAB")).statusCode()).isEqualTo(403);
    assertThat(export(counter.token(Role.HUB_MANAGER, "511523")).statusCode()).isEqualTo(403);
    assertThat(export(counter.token(Role.AUDITOR, "511523100")).statusCode()).isEqualTo(404);
    assertThat(counter.get(auditor, "/api/v1/journal/export?from=0").status()).isEqualTo(400);
  }

  @Test
  void an_entry_changed_behind_the_back_of_the_service_is_found_and_an_export_stops_before_it() {
    FundId fund = opened("治理", "CAB");
    for (int i = 0; i < 150; i++) {
      contributed(fund, 500);
    }
    long seq = counter.get(auditor, "/api/v1/journal/head").json().at("/seq").asLong();
    eventually(() -> assertThat(measured("threefold.journal.proved")).isGreaterThanOrEqualTo(seq));
    assertThat(health("status")).isEqualTo("UP");
    var journal = counter.bean(MongoDatabase.class).getCollection("journal");
    Document entry = Objects.requireNonNull(journal.find(Filters.eq("_id", seq)).first());

    journal.updateOne(Filters.eq("_id", seq), Updates.set("decisions.0.postings.0.fen", 501L));
    eventuallyAfterAnotherRound(() -> {
      assertThat(health("status")).isEqualTo("DOWN");
      assertThat(health("details/entry")).isEqualTo(Long.toString(seq));
      assertThat(health("details/reason")).isEqualTo("its content does not match its hash");
    });
    assertThat(counter.get(auditor, "/actuator/health").text("/status")).isEqualTo("DOWN");
    assertThat(measured("threefold.journal.faults")).isEqualTo(1);

    journal.deleteOne(Filters.eq("_id", seq));
    assertThatThrownBy(() -> export(auditor)).isInstanceOf(UncheckedIOException.class);

    journal.insertOne(entry);
    eventually(() -> assertThat(health("status")).isEqualTo("UP"));
    assertThat(export(auditor).statusCode()).isEqualTo(200);
  }

  /** The clock of the service stands still unless it is moved, and rounds begin by it. */
  private static void eventuallyAfterAnotherRound(ThrowingRunnable assertions) {
    eventually(() -> {
      counter.clock().advance(Duration.ofSeconds(1));
      assertions.run();
    });
  }

  private static String health(String path) {
    return counter
        .get(auditor, "/actuator/health")
        .json()
        .at("/components/journalProof/" + path)
        .asString("");
  }

  private static long measured(String meter) {
    return counter
        .get(auditor, "/actuator/metrics/" + meter)
        .json()
        .at("/measurements/0/value")
        .asLong();
  }
}
