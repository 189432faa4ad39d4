package vn.chitra.hub.reconciliation.report;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.annotation.Validated;

/** @param dataDir reports lie below it, in {@code reports/<yyyy-MM>/} */
@Validated
@ConfigurationProperties("hub")
public record ReportSettings(@NotNull Path dataDir, @Valid @NotNull Report report) {

  /**
   * The day and time at which a period's report is written, even if its month is not closed: {@code hub.report.day-of-month} and {@code
   * hub.report.time}, in the period's own month, by the business clock in Asia/Ho_Chi_Minh. Each organisation reports "before the 20th"
   * (ND20 art. 34, TT44 art. 8), so the shipped values are the 19th and 18:00.
   *
   * @param dayOfMonth 1–28, so that every month has it
   * @param time of day, {@code HH:mm}
   * @param authority the authority above the agency, for the head of the printed report; empty = a dotted line
   * @param agency the agency that issues the report
   * @param place before the date
   */
  public record Report(@Min(1) @Max(28) int dayOfMonth, @NotNull @DateTimeFormat(pattern = "HH:mm") LocalTime time,
      @Nullable String authority, @Nullable String agency, @Nullable String place) {

    Letterhead letterhead() {
      return Letterhead.of(authority, agency, place);
    }

    /** The newest period whose day and time have come. */
    YearMonth latestDue(LocalDateTime now) {
      YearMonth month = YearMonth.from(now);
      return now.isBefore(month.atDay(dayOfMonth).atTime(time)) ? month.minusMonths(1) : month;
    }
  }

  Path folder(YearMonth period) {
    return dataDir.toAbsolutePath().resolve("reports").resolve(period.toString());
  }
}
