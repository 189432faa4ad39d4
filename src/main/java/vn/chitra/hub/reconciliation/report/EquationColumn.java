package vn.chitra.hub.reconciliation.report;

import java.util.Collection;
import java.util.function.Function;
import vn.chitra.hub.reconciliation.SettlementRow;
import vn.chitra.hub.reconciliation.SettlementRow.Figure;

/** The columns of the law's equation from left to right: the amounts to pay, their results, and the difference. */
enum EquationColumn {
  HANDED_OVER("Bàn giao trong kỳ", SettlementRow::handedOver),
  CARRIED_IN("Kỳ trước chuyển sang", SettlementRow::carriedIn),
  MOVED_IN("Nhận từ đối tác khác", SettlementRow::movedIn),
  CAME_BACK("Bị trả về sau khi đóng", SettlementRow::cameBack),
  PAID("Đã chi", SettlementRow::paid),
  CARRIED_OUT("Chuyển kỳ sau", SettlementRow::carriedOut),
  MOVED_OUT("Chuyển đối tác khác", SettlementRow::movedOut),
  HANDED_BACK("Nộp trả cơ quan", SettlementRow::handedBack),
  OPEN("Còn mở", SettlementRow::open),
  DIFFERENCE("Chênh lệch", SettlementRow::difference);

  private static final String PROVISIONAL = "Tạm chuyển kỳ sau";

  private final String heading;
  private final Function<SettlementRow, Figure> figure;

  EquationColumn(String heading, Function<SettlementRow, Figure> figure) {
    this.heading = heading;
    this.figure = figure;
  }

  /** Before the close, what is open is carried over in the report only. */
  String heading(ReportFigures.Kind kind) {
    return this == OPEN && kind == ReportFigures.Kind.INTERIM ? PROVISIONAL : heading;
  }

  boolean isIncoming() {
    return compareTo(CAME_BACK) <= 0;
  }

  Figure sum(Collection<SettlementRow> rows) {
    return rows.stream().map(figure).reduce(Figure.ZERO, Figure::plus);
  }
}
