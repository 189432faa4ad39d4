package vn.chitra.hub.reconciliation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.Vocabulary;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.reconciliation.SettlementRow;
import vn.chitra.hub.reconciliation.SettlementRow.Figure;
import vn.chitra.hub.reconciliation.report.ReportFigures.Cashless;
import vn.chitra.hub.reconciliation.report.ReportFigures.Open;
import vn.chitra.hub.reconciliation.report.ReportFigures.OpenCases;
import vn.chitra.hub.reconciliation.report.ReportFigures.Programme;

/** A November of a province, and the words for it. */
final class Figures {

  static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  static final Instant EVENING_OF_THE_19TH = Instant.parse("2026-11-19T11:00:00Z");
  static final Mappings MAPPINGS = mappings();

  private static final long MILLION = 1_000_000;

  private Figures() {}

  static ReportWords words() {
    return new ReportWords(MAPPINGS.partners(), MAPPINGS.communes());
  }

  private static final Letterhead LETTERHEAD = Letterhead.of("Uỷ ban nhân dân tỉnh Phú Thọ", "Sở Y tế", "Phú Thọ");

  static ReportPage page(ReportFigures figures) {
    return ReportPage.of(figures, words(), LETTERHEAD, EVENING_OF_THE_19TH);
  }

  /** Balanced, not closed: 3 payouts of 4 million are held, 45 of 45 million on their way. */
  static ReportFigures november() {
    return with(List.of(
        row("agribank", "BTXH", 110_000, 1_200, 5, 12, 110_900, 300, 2, 5, 10),
        row("agribank", "NCC", 52_000, 800, 0, 4, 52_700, 90, 1, 3, 10),
        row("buu-dien", "BTXH", 61_000, 300, 2, 0, 60_900, 350, 5, 27, 20),
        row("none", "HTXH", 3, 0, 0, 0, 0, 0, 0, 0, 3),
        row("xa", "NCC", 9_000, 0, 1, 0, 8_950, 46, 0, 0, 5)), false);
  }

  static ReportFigures closed() {
    return with(List.of(row("agribank", "NCC", 10, 0, 0, 0, 9, 1, 0, 0, 0)), true);
  }

  static ReportFigures with(List<SettlementRow> rows, boolean closed) {
    List<Programme> programmes = rows.stream().map(SettlementRow::programme).distinct().sorted()
        .map(one -> new Programme(one, closed || one.equals("NCC") ? Instant.parse("2026-11-18T03:05:00Z") : null, null)).toList();
    return new ReportFigures(NOVEMBER, programmes, rows, communes(), open(), List.of(), List.of(
        new OpenCases("ANSWER_OVERDUE", true, 2, figure(412)), new OpenCases("PAYOUT_HELD", true, 3, figure(3)),
        new OpenCases("FILE_NOT_UNDERSTOOD", false, 1, figure(1))), List.of(1L, 2L));
  }

  /** A November in which a payroll of 12 lines is held for its totals. */
  static ReportFigures held() {
    ReportFigures of = november();
    return new ReportFigures(of.period(), of.programmes(), of.rows(), of.cashless(), of.open(),
        List.of(new ReportFigures.Held("BTXH-07969-2026-11", "BTXH", "07969", figure(12))), of.cases(), of.touches());
  }

  static SettlementRow row(String partner, String programme, long... counts) {
    return new SettlementRow(NOVEMBER, partner, programme, figure(counts[0]), figure(counts[1]), figure(counts[2]), figure(counts[3]),
        figure(counts[4]), figure(counts[5]), figure(counts[6]), figure(counts[7]), figure(counts[8]));
  }

  /** One million dong each. */
  static Figure figure(long count) {
    return new Figure(count, count * MILLION);
  }

  private static List<Cashless> communes() {
    List<Cashless> all = new ArrayList<>();
    for (String code : List.of("07900", "07909", "07969", "08053", "04792")) {
      all.add(new Cashless(code, "BTXH", figure(800 + all.size()), figure(1_000)));
      all.add(new Cashless(code, "NCC", figure(299), figure(300)));
    }
    return all;
  }

  private static List<Open> open() {
    return List.of(new Open(false, "ACCEPTED_PAID", figure(30)), new Open(false, "SENT", figure(15)),
        new Open(true, "TWO_ACCOUNTS", figure(2)), new Open(true, "025084001234 Nguyễn Thị Đức", figure(1)));
  }

  private static Mappings mappings() {
    try {
      return Mappings.load("classpath:mappings/", Vocabulary.of(ReportedState.class, CaseKind.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
