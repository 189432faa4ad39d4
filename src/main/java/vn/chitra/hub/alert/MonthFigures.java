package vn.chitra.hub.alert;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.chitra.hub.partner.LegalDay;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.reconciliation.Settlement;
import vn.chitra.hub.reconciliation.SettlementRow;
import vn.chitra.hub.reconciliation.SettlementRow.Figure;
import vn.chitra.hub.reconciliation.report.SettlementReport;

/** The settlement of one programme's month (ND20 art. 34, TT44 art. 8) as a table: a column per partner, a line per movement. */
@Component
class MonthFigures {

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final Map<String, Function<SettlementRow, Figure>> LINES = lines();

  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Settlement settlement;
  private final Partners partners;
  private final SettlementReport report;

  MonthFigures(Settlement settlement, Partners partners, SettlementReport report) {
    this.settlement = settlement;
    this.partners = partners;
    this.report = report;
  }

  /** The settlement report of the whole period, with the figures of now. */
  Letter.Attachment report(YearMonth period) {
    try (ByteArrayOutputStream book = new ByteArrayOutputStream()) {
      report.writeXlsx(period, book);
      return new Letter.Attachment("quyet-toan-" + period + ".xlsx", XLSX, book.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, Object> values(String programme, YearMonth period) {
    List<SettlementRow> rows = settlement.of(period).stream().filter(row -> row.programme().equals(programme)).toList();
    List<String> names = new ArrayList<>(rows.stream().map(row -> name(row.partner())).toList());
    names.add("Cộng");
    List<Map<String, Object>> lines = LINES.entrySet().stream().map(line -> line(line.getKey(), rows, line.getValue())).toList();
    String name = CaseWords.programme(programme);
    String month = "báo cáo tháng " + MONTH.format(period);
    String deadline = "hết ngày " + DAY.format(LegalDay.REPORT.of(period));
    return Map.of("names", names, "lines", lines, "cashless", cashless(rows), "programme", name,
        "subject", "Ký và nộp " + month + " – " + name + " – đã chi " + SafeText.dong(sum(rows, SettlementRow::paid).dong())
            + " đồng – hạn " + deadline,
        "todo", "xem quyết toán, ký và nộp " + month + ", " + deadline + "; tháng đã đóng.");
  }

  private static Map<String, Object> line(String label, List<SettlementRow> rows, Function<SettlementRow, Figure> figure) {
    List<String> cells = new ArrayList<>(rows.stream().map(figure).map(MonthFigures::text).toList());
    cells.add(text(sum(rows, figure)));
    return Map.of("label", label, "cells", cells);
  }

  /** The share of the paid amount that went into accounts. */
  private String cashless(List<SettlementRow> rows) {
    Figure all = sum(rows, SettlementRow::paid);
    Figure banks = sum(rows.stream().filter(row -> partners.byId(row.partner()).filter(one -> one.kind().isBank()).isPresent()).toList(),
        SettlementRow::paid);
    return all.count() <= 0 || all.dong() <= 0 ? "chưa có khoản chi nào"
        : share(banks.count(), all.count()) + " số khoản, " + share(banks.dong(), all.dong()) + " số tiền";
  }

  /** The share in tenths of a per cent, cut off. */
  private static String share(long part, long whole) {
    long tenths = Math.multiplyExact(part, 1_000L) / whole;
    return tenths / 10 + "," + tenths % 10 + "%";
  }

  private String name(String partner) {
    return partners.byId(partner).map(PartnerProfile::name).orElse("Chưa giao đối tác");
  }

  private static Figure sum(List<SettlementRow> rows, Function<SettlementRow, Figure> figure) {
    return rows.stream().map(figure).reduce(Figure.ZERO, Figure::plus);
  }

  private static String text(Figure figure) {
    return SafeText.dong(figure.count()) + " khoản, " + SafeText.dong(figure.dong()) + " đồng";
  }

  private static Map<String, Function<SettlementRow, Figure>> lines() {
    Map<String, Function<SettlementRow, Figure>> lines = new LinkedHashMap<>();
    lines.put("Bàn giao trong kỳ", SettlementRow::handedOver);
    lines.put("Kỳ trước chuyển sang", SettlementRow::carriedIn);
    lines.put("Nhận từ đối tác khác", SettlementRow::movedIn);
    lines.put("Bị trả về sau khi đóng", SettlementRow::cameBack);
    lines.put("Đã chi", SettlementRow::paid);
    lines.put("Chuyển kỳ sau", SettlementRow::carriedOut);
    lines.put("Chuyển đối tác khác", SettlementRow::movedOut);
    lines.put("Nộp trả cơ quan", SettlementRow::handedBack);
    lines.put("Còn mở", SettlementRow::open);
    lines.put("Chênh lệch", SettlementRow::difference);
    return lines;
  }
}
