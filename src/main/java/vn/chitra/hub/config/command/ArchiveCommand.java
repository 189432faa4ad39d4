package vn.chitra.hub.config.command;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.chitra.hub.config.HubSettings;
import vn.chitra.hub.config.start.ExaminedSettings;
import vn.chitra.hub.config.start.SettingsIncomplete;
import vn.chitra.hub.payout.OldMonthSettings;
import vn.chitra.hub.payout.OldMonths;
import vn.chitra.hub.payout.OldMonths.Reason;
import vn.chitra.hub.support.Zone;

/**
 * {@code bin/chitra-hub archive YYYY-MM} moves an old month's paid payouts to the archive of the hub's database, {@code unarchive YYYY-MM}
 * brings them back. The hub may be at work. Each chunk is one transaction; whatever stops the command, the same command goes on.
 */
final class ArchiveCommand {

  private static final int CHUNK = 5_000;
  private static final int REPORT_EVERY = 20;
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");
  private static final String ONE_AT_A_TIME = "select pg_try_advisory_lock(hashtext('hub.archive'))";

  private static final Map<Reason, String> WORDS = Map.ofEntries(
      Map.entry(Reason.TOO_NEW, "tháng còn quá mới; tháng mới nhất được chuyển là %2$s (thiết lập hub.archive.keep-months)"),
      Map.entry(Reason.NOTHING, "tháng không có khoản chi nào"),
      Map.entry(Reason.RETURNING, "tháng đang được đưa về; chạy unarchive cho xong đã"),
      Map.entry(Reason.TABLES_AWAY, "bảng lưu trữ của tháng không còn trong cơ sở dữ liệu; nạp lại các bảng ấy đã"),
      Map.entry(Reason.NOT_CLOSED, "%1$s chương trình chưa đóng tháng, ví dụ %2$s"),
      Map.entry(Reason.PAYOUT_OPEN, "%1$s khoản chi còn mở hoặc tạm giữ, ví dụ khoản %2$s"),
      Map.entry(Reason.CASE_OPEN, "%1$s vụ việc còn mở về khoản chi, bảng hoặc tệp của tháng, ví dụ %2$s"),
      Map.entry(Reason.PROPOSAL_WAITING, "%1$s đề nghị chờ duyệt về khoản chi, bảng hoặc tệp của tháng, ví dụ %2$s"),
      Map.entry(Reason.FILE_OWED, "%1$s tệp đối tác chưa trả lời hết, ví dụ %2$s"),
      Map.entry(Reason.RECEIPT_OWED, "%1$s bảng chưa xong hoặc biên nhận chưa ghi sang cơ sở dữ liệu trợ cấp, ví dụ %2$s"),
      Map.entry(Reason.RESULT_OWED, "%1$s kết quả chưa ghi sang cơ sở dữ liệu trợ cấp, ví dụ của khoản %2$s"),
      Map.entry(Reason.PAID_LATELY, "%1$s khoản mới chi gần đây, còn có thể bị trả về, ví dụ ngày %2$s"));

  private ArchiveCommand() {}

  /** The month to be moved and the setting for it. */
  private record Order(OldMonths months, YearMonth month, int keepMonths) {}

  static int archive(ConfigurableEnvironment environment, List<String> words, PrintStream out, Clock wallClock) {
    return with(environment, words, out, "archive", order -> move(order.months(), order.month(), order.keepMonths(), out, wallClock));
  }

  static int unarchive(ConfigurableEnvironment environment, List<String> words, PrintStream out, Clock wallClock) {
    return with(environment, words, out, "unarchive", order -> unarchive(order.months(), order.month(), out));
  }

  private static int with(ConfigurableEnvironment environment, List<String> words, PrintStream out, String name,
      ToIntFunction<Order> work) {
    Optional<YearMonth> month = words.size() == 1 ? month(words.get(0)) : Optional.empty();
    if (month.isEmpty()) {
      out.println("Cần một tháng: chitra-hub " + name + " 2024-01");
      return Commands.WRONG_USE;
    }
    Optional<HubSettings> settings = Commands.hubSettings(environment, out);
    Optional<OldMonthSettings> old = settings.isEmpty() ? Optional.empty() : oldMonths(environment);
    if (old.isEmpty()) {
      return Commands.WRONG_SETTINGS;
    }
    try (Connection connection = Databases.writing(settings.get().database())) {
      SingleConnectionDataSource database = new SingleConnectionDataSource(connection, true);
      if (!Boolean.TRUE.equals(new JdbcTemplate(database).queryForObject(ONE_AT_A_TIME, Boolean.class))) {
        out.println("KHÔNG LÀM: một lệnh archive hoặc unarchive khác đang chạy");
        return Commands.FAILED;
      }
      return work.applyAsInt(new Order(new OldMonths(database), month.get(), old.get().keepMonths()));
    } catch (SQLException | DataAccessException | IllegalStateException e) {
      out.println("KHÔNG THÀNH: " + e.getMessage());
      out.println("Phần đã chuyển vẫn nguyên; sửa xong thì chạy lại đúng lệnh này, việc tiếp tục từ chỗ dừng.");
      return Commands.FAILED;
    }
  }

  private static Optional<OldMonthSettings> oldMonths(ConfigurableEnvironment environment) {
    try {
      return ExaminedSettings.of(environment).settings(OldMonthSettings.class);
    } catch (SettingsIncomplete unreadable) {
      throw new IllegalStateException(unreadable);   // they were read a moment ago
    }
  }

  private static Optional<YearMonth> month(String word) {
    try {
      return Optional.of(YearMonth.parse(word));
    } catch (DateTimeParseException noMonth) {
      return Optional.empty();
    }
  }

  private static int move(OldMonths months, YearMonth month, int keep, PrintStream out, Clock wallClock) {
    LocalDate today = LocalDate.ofInstant(wallClock.instant(), Zone.VIETNAM);
    List<OldMonths.Obstacle> obstacles = months.obstacles(month, today, keep);
    if (!obstacles.isEmpty()) {
      out.println("KHÔNG LÀM: tháng " + MONTH.format(month) + " chưa chuyển vào kho lưu trữ được:");
      obstacles.forEach(one -> out.println("  " + one.reason() + ": " + WORDS.get(one.reason()).formatted(number(one.items()),
          one.example())));
      return Commands.FAILED;
    }
    OldMonths.Sums before = months.sums(month);
    months.begin(month, wallClock.instant());
    long moved = 0;
    OldMonths.Step step = months.move(month, 0, CHUNK, OldMonths.paidUntil(today, keep));
    for (int steps = 1; step.lastId() != null; steps++) {
      moved += step.moved();
      if (steps % REPORT_EVERY == 0) {
        out.println("  đã chuyển " + number(moved) + " trên " + number(before.here()) + " khoản");
      }
      step = months.move(month, step.lastId(), CHUNK, OldMonths.paidUntil(today, keep));
    }
    months.end(month, wallClock.instant());
    out.println("Đã chuyển " + number(moved) + " khoản của tháng " + MONTH.format(month) + "; đang dọn các bảng.");
    months.tidy(month);
    OldMonths.Sums after = months.sums(month);
    if (after.archived() + after.here() != before.archived() + before.here()
        || after.archivedVnd() + after.hereVnd() != before.archivedVnd() + before.hereVnd()) {
      out.println("KHÔNG KHỚP: trước khi chuyển có " + number(before.archived() + before.here()) + " khoản, nay có "
          + number(after.archived() + after.here()) + "; báo kỹ sư, không xoá gì");
      return Commands.FAILED;
    }
    out.println("Trong kho lưu trữ: " + number(after.archived()) + " khoản, " + number(after.archivedVnd()) + " đồng; ở lại: "
        + number(after.here()) + " khoản, " + number(after.hereVnd()) + " đồng (chưa chi, hoặc có chuyện riêng).");
    return Commands.DONE;
  }

  private static int unarchive(OldMonths months, YearMonth month, PrintStream out) {
    if (!months.isKnown(month)) {
      out.println("KHÔNG LÀM: tháng " + MONTH.format(month) + " không ở trong kho lưu trữ");
      return Commands.FAILED;
    }
    if (!months.isHere(month)) {
      out.println("KHÔNG LÀM: bảng lưu trữ của tháng " + MONTH.format(month) + " không còn trong cơ sở dữ liệu; nạp lại các bảng ấy đã"
          + " (docs/operations/archive-old-months.md)");
      return Commands.FAILED;
    }
    months.beginUnarchiving(month);
    long back = 0;
    int steps = 0;
    for (int some = months.unarchive(month, CHUNK); some > 0; some = months.unarchive(month, CHUNK)) {
      back += some;
      if (++steps % REPORT_EVERY == 0) {
        out.println("  đã đưa về " + number(back) + " khoản");
      }
    }
    months.endUnarchiving(month);
    months.tidy(month);
    out.println("Đã đưa về " + number(back) + " khoản của tháng " + MONTH.format(month) + "; mọi dòng như trước khi chuyển.");
    return Commands.DONE;
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '.');
  }
}
