package org.threefold.funds.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.threefold.funds.ledger.Balances;

/**
 * A statement as one table: a heading, the opening balances, a row for each posting with what
 * stands after it, the closing balances, totals by where from and where to, and the trial balance.
 * The first column says which kind of row it is.
 */
final class StatementTable {

  /** Columns, by the keys of their headings. */
  private static final List<String> COLUMNS =
      List.of(
          "row",
          "date",
          "entry",
          "text",
          "by",
          "project",
          "fund",
          "from",
          "to",
          "count",
          "amount",
          "received",
          "held",
          "committed",
          "disbursed",
          "refunded",
          "available");

  /** Their widths in characters. */
  static final List<Integer> WIDTHS =
      List.of(12, 20, 10, 44, 24, 24, 24, 12, 12, 8, 16, 16, 16, 16, 16, 16, 16);

  /** Rows beside those of postings and totals: heading, opening, closing, trial balance. */
  static final int FRAME = 4;

  private final Statement statement;
  private final Period period;
  private final Headings words;

  StatementTable(Statement statement, Period period, Headings words) {
    this.statement = statement;
    this.period = period;
    this.words = words;
  }

  void write(Sheet sheet) {
    sheet.row(COLUMNS.stream().<Cell>map(it -> new Cell.Text(words.of("column." + it))).toList());
    sheet.row(
        row(
            "opening",
            List.of(
                Cell.time(period.start()),
                new Cell.Whole(statement.after()),
                new Cell.Text(statement.selection().title())),
            statement.opening()));
    statement.lines(line -> sheet.row(row("posting", cells(line), line.balances())));
    sheet.row(
        row(
            "closing",
            List.of(
                Cell.time(period.end()),
                new Cell.Whole(statement.upTo()),
                new Cell.Text(statement.selection().title())),
            statement.closing()));
    statement.totals().forEach(total -> sheet.row(row("total", cells(total))));
    List<Cell> blanks = Collections.nCopies(COLUMNS.indexOf("amount") - 1, Cell.BLANK);
    List<Cell> sum = new ArrayList<>(blanks);
    sum.add(Cell.yuan(statement.trialBalanceFen()));
    sheet.row(row("trial-balance", sum));
  }

  private List<Cell> cells(Line line) {
    return List.of(
        Cell.time(line.at()),
        new Cell.Whole(line.seq()),
        new Cell.Text(line.cause()),
        new Cell.Text(line.by()),
        line.project() == null ? Cell.BLANK : new Cell.Text(line.project().value()),
        new Cell.Text(line.fund().value()),
        new Cell.Text(words.of(line.from())),
        new Cell.Text(words.of(line.to())),
        new Cell.Whole(1),
        Cell.yuan(line.amountFen()));
  }

  private List<Cell> cells(Move total) {
    List<Cell> cells =
        new ArrayList<>(Collections.nCopies(COLUMNS.indexOf("from") - 1, Cell.BLANK));
    cells.add(new Cell.Text(words.of(total.from())));
    cells.add(new Cell.Text(words.of(total.to())));
    cells.add(new Cell.Whole(total.count()));
    cells.add(Cell.yuan(total.fen()));
    return cells;
  }

  /** A row of this kind; balances stand in the last columns. */
  private List<Cell> row(String kind, List<Cell> cells, Balances balances) {
    List<Cell> row = new ArrayList<>(row(kind, cells).subList(0, COLUMNS.indexOf("received")));
    row.add(Cell.yuan(balances.receivedFen()));
    row.add(Cell.yuan(balances.heldFen()));
    row.add(Cell.yuan(balances.committedFen()));
    row.add(Cell.yuan(balances.disbursedFen()));
    row.add(Cell.yuan(balances.refundedFen()));
    row.add(Cell.yuan(balances.availableFen()));
    return row;
  }

  /** A row of this kind; what is not given is blank. */
  private List<Cell> row(String kind, List<Cell> cells) {
    List<Cell> row = new ArrayList<>();
    row.add(new Cell.Text(words.of("row." + kind)));
    row.addAll(cells);
    row.addAll(Collections.nCopies(COLUMNS.size() - row.size(), Cell.BLANK));
    return row;
  }
}
