package vn.chitra.hub.channel.bankfile;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.chitra.hub.channel.bankfile.camel.CsvLayout;
import vn.chitra.hub.channel.bankfile.camel.CsvStatementEntry;
import vn.chitra.hub.channel.bankfile.camel.CsvStatementHeader;
import vn.chitra.hub.channel.bankfile.camel.CsvStatementTrailer;
import vn.chitra.hub.reconciliation.statement.Statement;
import vn.chitra.hub.reconciliation.statement.Statement.Entry;
import vn.chitra.hub.reconciliation.statement.Statement.Side;

/**
 * Parses the bytes of an {@code SK} file: the statement of the funding account, as {@code bank-csv} and {@code bank-fixed} partners send
 * it. An amount of one group alone means
 * thousands here: totals, balances and the day before confirm it.
 */
public final class StatementFile {

  private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Za-z]{1,24}");
  private static final Pattern REFERENCE = Pattern.compile("(?s)[FRNPX].*");
  private static final CsvLayout<CsvStatementHeader> HEADER = new CsvLayout<>(CsvStatementHeader.class);
  private static final CsvLayout<CsvStatementEntry> ENTRY = new CsvLayout<>(CsvStatementEntry.class);
  private static final CsvLayout<CsvStatementTrailer> TRAILER = new CsvLayout<>(CsvStatementTrailer.class);

  private StatementFile() {}

  /**
   * Parses a statement that was accepted on arrival.
   *
   * @throws IOException when the bytes cannot be read
   * @throws IllegalArgumentException when they are no whole statement
   */
  public static Statement read(Path bytes) throws IOException {
    try {
      return parse(bytes);
    } catch (FileParseException e) {
      throw new IllegalArgumentException("no whole statement: " + e.parsed(), e);
    }
  }

  static Statement parse(Path bytes) throws IOException, FileParseException {
    try (BarLines lines = new BarLines(bytes)) {
      lines.demandNext("H");
      CsvStatementHeader header = lines.as(HEADER, CsvStatementHeader.FIELDS);
      FieldCheck judge = lines.judge();
      judge.oneOf("version", header.version(), List.of("1"));
      String account = judge.matching("account", header.account(), ACCOUNT);
      LocalDate date = judge.date("date", header.date());
      long opening = judge.total("opening", header.opening()).vnd();
      long closing = judge.total("closing", header.closing()).vnd();
      List<Entry> entries = new ArrayList<>();
      while (lines.nextIs("E")) {
        entries.add(entry(lines.judge(), lines.as(ENTRY, CsvStatementEntry.FIELDS)));
      }
      trailer(lines, entries);
      BigInteger moved = sum(entries, Side.CREDIT).subtract(sum(entries, Side.DEBIT));
      judge.demand(BigInteger.valueOf(opening).add(moved).equals(BigInteger.valueOf(closing)), "closing",
          "Số dư đầu và các phát sinh không ra số dư cuối");
      return new Statement(account, date, opening, closing, entries);
    }
  }

  private static Entry entry(FieldCheck judge, CsvStatementEntry stated) throws FileParseException {
    int no = judge.number("no", stated.no(), 1, 999_999_999);
    Side side = judge.oneOf("side", stated.side(), List.of("D", "C")).equals("D") ? Side.DEBIT : Side.CREDIT;
    long amount = judge.amount("amount", stated.amount()).vnd();
    String reference = judge.matching("reference", Objects.requireNonNullElse(PartnerText.reference(stated.reference()), ""), REFERENCE);
    return new Entry(no, side, amount, reference, PartnerText.reference(stated.bankRef()), PartnerText.of(stated.text()));
  }

  private static void trailer(BarLines lines, List<Entry> entries) throws IOException, FileParseException {
    lines.demandAt("T");
    CsvStatementTrailer stated = lines.as(TRAILER, CsvStatementTrailer.FIELDS);
    FieldCheck judge = lines.judge();
    lines.demandWhole(judge.count("count", stated.count()) == entries.size(), "count");
    lines.demandWhole(sum(entries, Side.DEBIT).equals(BigInteger.valueOf(judge.total("debits", stated.debits()).vnd())), "debits");
    lines.demandWhole(sum(entries, Side.CREDIT).equals(BigInteger.valueOf(judge.total("credits", stated.credits()).vnd())), "credits");
    lines.demandEnd();
  }

  private static BigInteger sum(List<Entry> entries, Side side) {
    return entries.stream().filter(one -> one.side() == side).map(one -> BigInteger.valueOf(one.amountVnd()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
