package vn.chitra.hub.reconciliation.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** A share in percent, cut and not rounded: it is 100 % only when the part is the whole. */
record Share(long part, long whole) {

  private static final int DIGITS = 4;
  private static final DecimalFormatSymbols VIETNAMESE = symbols();

  /** False when the whole is zero. */
  boolean isKnown() {
    return whole > 0;
  }

  /** The share from 0 to 1, four digits. */
  BigDecimal ratio() {
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.DOWN);
  }

  /** The printed form: {@code 87,35 %}, or a dash where there is no share. */
  @Override
  public String toString() {
    return isKnown() ? ratio().movePointRight(2).toPlainString().replace('.', ',') + " %" : "–";
  }

  /** {@code 2.789.000}. */
  static String grouped(long number) {
    return new DecimalFormat("#,##0", VIETNAMESE).format(number);
  }

  private static DecimalFormatSymbols symbols() {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator('.');
    symbols.setDecimalSeparator(',');
    return symbols;
  }
}
