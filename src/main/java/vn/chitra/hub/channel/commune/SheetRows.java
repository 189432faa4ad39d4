package vn.chitra.hub.channel.commune;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.cash.CashReportMapping;
import vn.chitra.hub.channel.cash.CashReportMapping.Field;
import vn.chitra.hub.channel.cash.CashReportMapping.HeadingRow;
import vn.chitra.hub.channel.cash.CashReportMapping.Result;
import vn.chitra.hub.channel.cash.StatedDay;
import vn.chitra.hub.channel.cash.StatedReason;
import vn.chitra.hub.channel.cash.TypedText;
import vn.chitra.hub.inbound.InboundParser.NamedRow;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.payout.ReportedStatus;
import vn.chitra.hub.support.AmountSum;
import vn.chitra.hub.support.AmountText.Amount;
import vn.chitra.hub.support.LegacyEncoding;

/** Reads the payout rows of a sheet in order, hidden ones too; the first wrong row ends the reading. */
final class SheetRows {

  private static final int ID_LENGTH = 16;

  private final CashReportMapping mapping;
  private final HeadingRow columns;
  private final boolean closing;
  private final Consumer<ReportedStatus> lines;
  private @Nullable NotUnderstood problem;
  private final AmountSum paid = new AmountSum();
  private final AmountSum others = new AmountSum();

  SheetRows(CashReportMapping mapping, HeadingRow columns, boolean closing, Consumer<ReportedStatus> lines) {
    this.mapping = mapping;
    this.columns = columns;
    this.closing = closing;
    this.lines = lines;
  }

  /** Dong in the rows marked as paid. */
  AmountSum paid() {
    return paid;
  }

  /** Dong in all other rows. */
  AmountSum others() {
    return others;
  }

  @Nullable NotUnderstood problem() {
    return problem;
  }

  /** The row's code and name, unchanged; empty for a row that is no payout row or has no name. */
  static Optional<NamedRow> named(HeadingRow columns, Row row) {
    List<String> cells = SheetCells.texts(row);
    String code = TypedText.code(columns.text(Field.CODE, cells));
    String name = columns.text(Field.NAME, cells);
    return TypedText.looksLikeCode(code) && !name.isEmpty() ? Optional.of(new NamedRow(row.getRowNum(), code, name)) : Optional.empty();
  }

  void add(Row row) {
    if (problem != null) {
      return;
    }
    List<String> cells = SheetCells.texts(row);
    String code = TypedText.code(columns.text(Field.CODE, cells));
    if (TypedText.looksLikeCode(code)) {
      payout(row, cells, code);
    } else if (mapping.result(columns.text(Field.RESULT, cells)).isPresent()) {
      wrong(Problem.MALFORMED, row, Field.CODE, "Dòng có đánh dấu kết quả nhưng mã chi trả trống hoặc không đúng dạng");
    }
  }

  private void payout(Row row, List<String> cells, String code) {
    Optional<Amount> amount = SheetCells.dong(SheetCells.cell(row, columns.of(Field.AMOUNT)));
    Optional<StatedDay> paidOn = SheetCells.day(SheetCells.cell(row, columns.of(Field.PAID_ON)));
    if (code.length() != ID_LENGTH) {
      wrong(Problem.MALFORMED, row, Field.CODE, "Mã chi trả không đúng dạng");
    } else if (amount.isEmpty()) {
      wrong(Problem.MALFORMED, row, Field.AMOUNT, "Số tiền trống hoặc không rõ là bao nhiêu đồng");
    } else if (paidOn.isEmpty()) {
      wrong(Problem.MALFORMED, row, Field.PAID_ON, "Ngày chi không phải ngày/tháng/năm");
    } else if (LegacyEncoding.looksLegacy(columns.text(Field.REASON, cells))) {
      wrong(Problem.CHARSET, row, Field.REASON, "Chữ viết bằng phông TCVN3 hoặc VNI; hãy chuyển sang Unicode");
    } else {
      hand(row, cells, code, amount.orElseThrow(), paidOn.orElseThrow());
    }
  }

  private void hand(Row row, List<String> cells, String id, Amount amount, StatedDay paidOn) {
    String mark = columns.text(Field.RESULT, cells);
    String reason = columns.text(Field.REASON, cells);
    Optional<Result> result = mapping.result(mark);
    boolean marked = result.isPresent() && result.get() == Result.PAID;
    if (marked) {
      paid.add(amount);
    } else {
      others.add(amount);
    }
    StatedReason stated = mapping.stated(reason, "");
    int line = row.getRowNum();
    if (marked) {
      lines.accept(paidOn.on(new ReportedStatus(line, id, amount.vnd(), ReportedState.PAID, stated.codeBesidePaid(), stated.text(), null,
          paidOn.day(), receiver(cells))));
    } else if (!mark.isEmpty()) {
      lines.accept(new ReportedStatus(line, id, amount.vnd(), ReportedState.UNKNOWN, StatedReason.TEXT, mark, null, paidOn.day(), null));
    } else {
      lines.accept(new ReportedStatus(line, id, amount.vnd(), unpaid(stated), stated.code(), stated.text(), null, paidOn.day(), null));
    }
  }

  /** Without a reason a row of a report that does not close the list says nothing yet. */
  private ReportedState unpaid(StatedReason stated) {
    return stated.kind() == StatedReason.Kind.NONE && !closing ? ReportedState.ACCEPTED : stated.reported();
  }

  /** The person who collects by the list: the authorised person, else the beneficiary. */
  private @Nullable String receiver(List<String> cells) {
    String instead = columns.text(Field.RECEIVER, cells).lines().findFirst().orElse("").strip();
    String receiver = instead.isEmpty() || instead.startsWith("(") ? columns.text(Field.NAME, cells) : instead;
    return receiver.isEmpty() ? null : receiver;
  }

  private void wrong(Problem kind, Row row, Field field, String reason) {
    problem = new NotUnderstood(kind, row.getRowNum(), mapping.nameOf(field), reason);
  }
}
