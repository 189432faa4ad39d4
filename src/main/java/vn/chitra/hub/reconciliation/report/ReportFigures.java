package vn.chitra.hub.reconciliation.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.reconciliation.SettlementRow;
import vn.chitra.hub.reconciliation.SettlementRow.Figure;

/**
 * All figures of one report, read from one snapshot of the database: counts and whole dong, no person.
 *
 * @param held payrolls that are held for their totals and keep their programme's month open
 * @param touches rows of the list of changes that the snapshot has seen
 */
public record ReportFigures(YearMonth period, List<Programme> programmes, List<SettlementRow> rows, List<Cashless> cashless,
    List<Open> open, List<Held> held, List<OpenCases> cases, List<Long> touches) {

  /**
   * @param closedAt when the programme's month was closed; null = it is open
   * @param waitsFor what an open month waits for, in Vietnamese; null = the hub closes it at its next turn
   */
  public record Programme(String programme, @Nullable Instant closedAt, @Nullable String waitsFor) {}

  /** @param byAccount paid into an account, @param all paid through any channel */
  public record Cashless(String commune, String programme, Figure byAccount, Figure all) {}

  /** @param held whether a person must decide, @param why a hold reason, or the state of the newest payment */
  public record Open(boolean held, String why, Figure figure) {}

  /** @param figure lines and dong as the payroll's header says; nothing of it was accepted */
  public record Held(String payrollId, String programme, String commune, Figure figure) {}

  /** @param ofPeriod false = a case that belongs to no period, @param cases how many; the figure is what they are about */
  public record OpenCases(String kind, boolean ofPeriod, long cases, Figure figure) {}

  /** INTERIM: open payouts are carried over in the report only; CLOSED: every programme's month is closed. */
  public enum Kind { INTERIM, CLOSED }

  public Kind kind() {
    return !programmes.isEmpty() && programmes.stream().allMatch(one -> one.closedAt() != null) ? Kind.CLOSED : Kind.INTERIM;
  }

  /** SHA-256 over the booked and paid amounts and the payrolls that are held: the same figures give the same digest, independent of the time of printing. */
  public String digest() {
    String stated = period + "\n" + rows + "\n" + cashless + "\n" + held;
    return HexFormat.of().formatHex(Archive.sha256().digest(stated.getBytes(StandardCharsets.UTF_8)));
  }
}
