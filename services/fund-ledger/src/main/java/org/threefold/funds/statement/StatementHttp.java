package org.threefold.funds.statement;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Actor;
import org.threefold.access.May;
import org.threefold.access.Refused;
import org.threefold.events.DeptCode;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.ProjectId;
import org.threefold.events.SourceId;
import org.threefold.funds.ledger.FundLabel;
import org.threefold.funds.ledger.Ledger;
import org.threefold.messaging.Busy;

/** Statements over HTTP: JSON in pages; CSV and XLSX whole, written as they are read. */
@RestController
class StatementHttp {

  /** So many funds are laid together in one statement. */
  static final int MOST_FUNDS = 200;

  /** So many files are written at once; a slow reader holds a thread all the while. */
  private static final int MOST_FILES = 8;

  private final Statements statements;
  private final Ledger ledger;
  private final Semaphore places = new Semaphore(MOST_FILES);

  StatementHttp(Statements statements, Ledger ledger) {
    this.statements = statements;
    this.ledger = ledger;
  }

  @GetMapping("/api/v1/funds/{id}/statement")
  @May("statement.read")
  @Nullable ResponseEntity<StatementView> ofFund(
      @PathVariable FundId id,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    return answer(Selection.OfFunds.one(ledger.fund(id, actor)), Asked.of(request), response);
  }

  @GetMapping("/api/v1/fundings/{project}/statement")
  @May("funding.read")
  @Nullable ResponseEntity<StatementView> ofProject(
      @PathVariable ProjectId project,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ledger.mustSee(project, actor);
    return answer(new Selection.OfProject(project), Asked.of(request), response);
  }

  /**
   * Of all funds of a year, a type, an owner or a source that the actor may see, as if they were
   * one.
   */
  @GetMapping("/api/v1/statements")
  @May("statement.read")
  @Nullable ResponseEntity<StatementView> ofFunds(
      @RequestParam(required = false) @Nullable @Min(2000) @Max(2999) Integer fiscalYear,
      @RequestParam(required = false) @Nullable FundType type,
      @RequestParam(required = false) @Nullable DeptCode owner,
      @RequestParam(required = false) @Nullable SourceId source,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Predicate<FundLabel> which =
        fund ->
            (fiscalYear == null || fiscalYear == fund.fiscalYear())
                && (type == null || type == fund.type())
                && (owner == null || owner.equals(fund.owner()))
                && (source == null || source.equals(fund.source()));
    List<FundLabel> funds = ledger.funds(which, actor);
    if (funds.size() > MOST_FUNDS) {
      throw new Refused("FUND-091", funds.size(), MOST_FUNDS);
    }
    String name =
        Stream.of("funds", fiscalYear, type, owner, source)
            .filter(Objects::nonNull)
            .map(Object::toString)
            .collect(Collectors.joining("-"));
    return answer(Selection.OfFunds.all(name, funds), Asked.of(request), response);
  }

  private @Nullable ResponseEntity<StatementView> answer(
      Selection selection, Asked asked, HttpServletResponse response) throws IOException {
    Statement statement = statements.of(selection, asked.period());
    if (asked.format() == Format.JSON) {
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_JSON)
          .varyBy(HttpHeaders.ACCEPT)
          .body(StatementView.of(statement, asked.period(), asked.after(), asked.limit()));
    }
    if (asked.format() == Format.XLSX) {
      XlsxSheet.mustHold(
          statement.count(), statement.totals().size() + (long) StatementTable.FRAME);
    }
    if (!places.tryAcquire()) {
      throw new Busy("Enough statements are written");
    }
    try {
      head(selection, asked, response);
      write(statement, asked, response.getOutputStream());
    } finally {
      places.release();
    }
    return null;
  }

  private static void head(Selection selection, Asked asked, HttpServletResponse response) {
    String name =
        "statement-%s-%s-%s.%s"
            .formatted(
                selection.name().replace(':', '_'), // No file of Windows has a colon in its name.
                asked.period().from(),
                asked.period().to(),
                asked.format().extension());
    response.setContentType(asked.format().type().toString());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name).build().toString());
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, asked.language().getLanguage());
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE);
  }

  private static void write(Statement statement, Asked asked, OutputStream out) throws IOException {
    Headings words = Headings.in(asked.language());
    StatementTable table = new StatementTable(statement, asked.period(), words);
    if (asked.format() == Format.CSV) {
      var sheet = new CsvSheet(out);
      table.write(sheet);
      sheet.close();
    } else {
      var sheet = new XlsxSheet(out, words.of("sheet"), StatementTable.WIDTHS);
      table.write(sheet);
      sheet.close();
    }
  }
}
