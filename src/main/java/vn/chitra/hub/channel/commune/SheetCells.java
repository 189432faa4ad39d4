package vn.chitra.hub.channel.commune;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.cash.StatedDay;
import vn.chitra.hub.channel.cash.TypedText;
import vn.chitra.hub.support.AmountText;
import vn.chitra.hub.support.AmountText.Amount;

/** Reads cells of a sheet as text, dong and days; for a formula the last computed value counts. */
final class SheetCells {

  private static final int SANE_DIGITS = 30;
  /** The number of 31/12/9999, behind which a spreadsheet program knows no day. */
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

  private SheetCells() {}

  static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>(row.getCellCount());
    for (int i = 0; i < row.getCellCount(); i++) {
      texts.add(text(cell(row, i)));
    }
    return texts;
  }

  /** A cell that is not there is null. */
  static @Nullable Cell cell(Row row, int column) {
    return row.hasCell(column) ? row.getCell(column) : null;
  }

  static String text(@Nullable Cell cell) {
    if (cell == null || cell.getValue() == null) {
      return "";
    }
    return cell.getValue() instanceof BigDecimal number ? text(number) : TypedText.clean(cell.getValue().toString());
  }

  /** Whole dong: a number without a fraction, or an amount as people type it; three digits of a fraction may be thousands. */
  static Optional<Amount> dong(@Nullable Cell cell) {
    boolean absurd = cell != null && cell.getValue() instanceof BigDecimal number && !isSane(number);
    return absurd ? Optional.empty() : AmountText.read(text(cell)).filter(amount -> amount.vnd() <= AmountText.MOST);
  }

  /** A date cell, or a day as people type it; empty when the cell is neither. A number that no calendar has is an impossible day. */
  static Optional<StatedDay> day(@Nullable Cell cell) {
    if (cell != null && cell.getValue() instanceof BigDecimal serial && serial.signum() != 0) {
      boolean known = serial.compareTo(BigDecimal.ONE) >= 0 && serial.compareTo(LAST_DAY) <= 0;
      return Optional.of(known ? StatedDay.of(cell.asDate().toLocalDate()) : StatedDay.impossible(text(serial)));
    }
    return TypedText.statedDay(text(cell));
  }

  /** Plain digits; a number with an absurd exponent is not written out. */
  private static String text(BigDecimal number) {
    if (!isSane(number)) {
      return number.toString();
    }
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static boolean isSane(BigDecimal number) {
    return number.precision() <= SANE_DIGITS && Math.abs((long) number.scale()) <= SANE_DIGITS;
  }
}
