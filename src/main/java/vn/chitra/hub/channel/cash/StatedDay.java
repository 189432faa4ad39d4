package vn.chitra.hub.channel.cash;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.payout.ReportedStatus;

/**
 * The day of payment in a row of a cash report.
 *
 * @param day null where the cell states none, or one that no calendar has
 * @param written the cell where it has the form of a day and no calendar has that day, such as {@code 31/02/2026}; else null
 */
public record StatedDay(@Nullable LocalDate day, @Nullable String written) {

  public static final StatedDay NONE = new StatedDay(null, null);

  public static StatedDay of(LocalDate day) {
    return new StatedDay(day, null);
  }

  /** A day that no calendar has: the row counts, its day does not. */
  public static StatedDay impossible(String written) {
    return new StatedDay(null, written);
  }

  /** The row with its day; a row that reports no payment needs none. */
  public ReportedStatus on(ReportedStatus row) {
    return written == null ? row : row.withImpossibleDay(written);
  }
}
