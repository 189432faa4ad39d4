package vn.chitra.hub.channel.iso20022;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The charges that an entry or a detail names.
 *
 * @param vnd dong, what the account pays; negative where the bank gives charges back. A charge in another form than whole dong counts as
 * none: the entry then does not add up, if it is inside
 * @param included whether the bank says that they are part of the amount beside them
 */
record Charges(long vnd, boolean included) {

  static final Charges NONE = new Charges(0, false);

  /** Reads one {@code Chrgs} element: its records, or in the older versions its own amount; else its total. */
  static Charges read(XmlCursor at) throws IOException, NotIsoException {
    Long own = null;
    Long total = null;
    boolean back = false;
    boolean included = false;
    Charges records = null;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "TtlChrgsAndTaxAmt" -> total = IsoValues.dongOrNull(at);
        case "Amt" -> own = IsoValues.dongOrNull(at);
        case "CdtDbtInd" -> back = IsoValues.isCredit(at);
        case "ChrgInclInd" -> included = IsoValues.indicator(at);
        case "Rcrd" -> records = (records == null ? NONE : records).plus(read(at));
        default -> at.skip();
      }
    }
    if (records != null) {
      return records;
    }
    long dong = orZero(own == null ? total : own);
    return new Charges(back ? -dong : dong, included);
  }

  Charges plus(Charges more) {
    return new Charges(Math.addExact(vnd, more.vnd), included || more.included);
  }

  private static long orZero(@Nullable Long dong) {
    return dong == null ? 0 : dong;
  }
}
