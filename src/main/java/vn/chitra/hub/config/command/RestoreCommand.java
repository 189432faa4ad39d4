package vn.chitra.hub.config.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.ConfigurableEnvironment;
import vn.chitra.hub.config.HubSettings;
import vn.chitra.hub.support.DatabaseErrors;
import vn.chitra.hub.support.SqlText;

/**
 * {@code bin/chitra-hub restore BACKUP}: into an empty database only, in one transaction that also closes the send gate. Archived files
 * that miss are added, none is replaced; the journal of sent files is never replaced, because it knows what was sent after the backup. The
 * next start compares journal and database, and nothing is sent until two persons release it (money rule 11).
 */
final class RestoreCommand {

  private static final String CLOSE_GATE = SqlText.of("batch/close-send-gate");
  private static final String IS_EMPTY = SqlText.of("config/is-database-empty");

  private RestoreCommand() {}

  static int run(ConfigurableEnvironment environment, List<String> words, PrintStream out, Clock wallClock) throws InterruptedException {
    if (words.size() != 1) {
      out.println("Cần một bản sao lưu: chitra-hub restore /sao-luu/chitra-hub/20261219-020000");
      return Commands.WRONG_USE;
    }
    Optional<HubSettings> settings = Commands.hubSettings(environment, out);
    if (settings.isEmpty()) {
      return Commands.WRONG_SETTINGS;
    }
    try {
      return restore(settings.get(), new BackupFolder(Path.of(words.get(0))), out);
    } catch (IOException e) {
      out.println("KHÔNG THÀNH: không đọc hoặc ghi được " + e.getMessage());
    } catch (SQLException e) {
      out.println("KHÔNG THÀNH: cơ sở dữ liệu của hub: " + DatabaseErrors.words(e));
    } catch (PostgresTools.Failed e) {
      out.println("KHÔNG THÀNH: " + e.getMessage());
    }
    return Commands.FAILED;
  }

  private static int restore(HubSettings settings, BackupFolder backup, PrintStream out)
      throws IOException, SQLException, PostgresTools.Failed, InterruptedException {
    if (!Files.isDirectory(backup.path())) {
      out.println("KHÔNG THÀNH: không có thư mục " + backup.path());
      return Commands.FAILED;
    }
    List<String> differences = backup.differences();
    if (!differences.isEmpty()) {
      out.println("KHÔNG THÀNH: bản sao lưu không nguyên vẹn: " + String.join(", ", differences));
      return Commands.FAILED;
    }
    if (!isEmpty(settings.database())) {
      out.println("KHÔNG THÀNH: cơ sở dữ liệu của hub.database.url không trống. Không gì được đổi. Đổi tên cơ sở dữ liệu cũ, tạo một cơ sở"
          + " dữ liệu mới, trống, rồi chạy lại.");
      return Commands.FAILED;
    }
    Path archive = Files.createDirectories(settings.dataDir().resolve("archive"));
    ArchiveCopy copy = new ArchiveCopy(backup.archive(), archive).run();
    copy.damaged().forEach(hash -> out.println("HỎNG: tệp " + hash + " của bản sao lưu không đúng mã băm của nó, không được chép"));
    String journal = journal(backup, archive.resolve("sent.journal"));
    new PostgresTools(settings.database()).restore(backup.dump(), CLOSE_GATE);
    out.println("Đã khôi phục cơ sở dữ liệu từ " + backup.path() + ". Kho lưu thêm " + copy.copied() + " tệp, giữ nguyên " + copy.there()
        + " tệp. " + journal);
    out.println("Cổng gửi đã đóng: sau khi khởi động không tệp nào đi cho tới khi hai người cho phép (RELEASE_RESTORED). Làm theo"
        + " docs/operations/restored-database.md.");
    return copy.damaged().isEmpty() ? Commands.DONE : Commands.FAILED;
  }

  /** Copied only where there is none: then it still knows more than nothing. */
  private static String journal(BackupFolder backup, Path journal) throws IOException {
    if (Files.exists(journal)) {
      return "Nhật ký gửi (sent.journal) của máy này giữ nguyên.";
    }
    if (!Files.exists(backup.journal())) {
      return "Không có nhật ký gửi ở máy này lẫn trong bản sao lưu.";
    }
    Files.copy(backup.journal(), journal);
    ArchiveCopy.force(journal);
    return "Máy này không có nhật ký gửi: đã chép nhật ký của bản sao lưu; nó không biết những tệp gửi sau lúc sao lưu.";
  }

  private static boolean isEmpty(HubSettings.Database database) throws SQLException {
    try (Connection connection = Databases.readOnly(database); Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(IS_EMPTY)) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
