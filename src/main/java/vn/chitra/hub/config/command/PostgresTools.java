package vn.chitra.hub.config.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.postgresql.Driver;
import vn.chitra.hub.config.HubSettings;

/**
 * PostgreSQL's own programs {@code pg_dump}, {@code pg_restore} and {@code psql} from the PATH, for one database of the settings. They get
 * the login by their environment, never by their arguments, which every user of the machine can read.
 */
final class PostgresTools {

  private static final long PATIENCE_SECONDS = 60;

  private final HubSettings.Database database;

  PostgresTools(HubSettings.Database database) {
    this.database = database;
  }

  /** One program failed; the message is Vietnamese with the program's own last line. */
  static final class Failed extends Exception {

    private static final long serialVersionUID = 1;

    Failed(String message) {
      super(message);
    }
  }

  /** Writes a consistent copy of the whole database; the hub may be at work. */
  void dump(Path file) throws Failed, InterruptedException {
    run(List.of("pg_dump", "--no-password", "--format=custom", "--no-owner", "--no-privileges", "--file=" + file));
    run(List.of("pg_restore", "--list", file.toString()));   // it can be read
  }

  /**
   * Restores a dump into the empty database, and runs further statements, in one transaction: all or nothing.
   *
   * @param last statements behind the dump's own
   */
  void restore(Path file, String last) throws Failed, InterruptedException {
    Process script = start(List.of("pg_restore", "--no-owner", "--no-privileges", "--no-comments", "--file=-", file.toString()));
    Process into = start(List.of("psql", "--no-password", "--no-psqlrc", "--quiet", "--output=/dev/null", "--set=ON_ERROR_STOP=1",
        "--single-transaction", "--file=-"));
    StringBuilder scriptErrors = new StringBuilder();
    StringBuilder errors = new StringBuilder();
    Thread first = drained(script.getErrorStream(), scriptErrors);
    Thread second = drained(into.getErrorStream(), errors);
    boolean whole = false;
    try (OutputStream in = into.getOutputStream(); InputStream out = script.getInputStream()) {
      out.transferTo(in);
      whole = script.waitFor() == 0;
      if (whole) {
        in.write(("\nreset search_path;\n" + last + ";\n").getBytes(StandardCharsets.UTF_8));
      } else {
        into.destroyForcibly();   // before its input ends, which would commit half of it
      }
    } catch (IOException e) {
      into.destroyForcibly();   // it has ended already, its errors say why
    }
    first.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    second.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    if (into.waitFor() != 0 || !whole) {
      throw new Failed("khôi phục không thành, cơ sở dữ liệu vẫn trống: " + lastLine(scriptErrors.isEmpty() ? errors : scriptErrors));
    }
  }

  private void run(List<String> command) throws Failed, InterruptedException {
    Process process = start(command);
    StringBuilder errors = new StringBuilder();
    Thread reader = drained(process.getErrorStream(), errors);
    try (InputStream out = process.getInputStream()) {
      out.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new Failed(command.get(0) + ": " + e.getMessage());
    }
    int status = process.waitFor();
    reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    if (status != 0) {
      throw new Failed(command.get(0) + " không thành: " + lastLine(errors));
    }
  }

  private Process start(List<String> command) throws Failed {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    Properties url = Driver.parseURL(database.url(), null);
    if (url == null) {
      throw new Failed("hub.database.url không phải địa chỉ PostgreSQL");
    }
    environment.put("PGHOST", url.getProperty("PGHOST", "localhost"));
    environment.put("PGPORT", url.getProperty("PGPORT", "5432"));
    environment.put("PGDATABASE", url.getProperty("PGDBNAME", database.username()));
    environment.put("PGUSER", database.username());
    environment.put("PGPASSWORD", database.password());
    environment.put("PGCLIENTENCODING", "UTF8");
    Map.of("sslmode", "PGSSLMODE", "sslrootcert", "PGSSLROOTCERT").forEach((name, variable) -> {
      if (url.getProperty(name) != null) {
        environment.put(variable, url.getProperty(name));
      }
    });
    try {
      return builder.start();
    } catch (IOException e) {
      throw new Failed("không chạy được " + command.get(0) + "; cài gói postgresql-client cùng phiên bản với máy chủ");
    }
  }

  private static Thread drained(InputStream errors, StringBuilder into) {
    Thread reader = new Thread(() -> {
      try (errors) {
        into.append(new String(errors.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        into.append(e.getMessage());
      }
    });
    reader.start();
    return reader;
  }

  private static String lastLine(CharSequence text) {
    List<String> lines = text.toString().strip().lines().toList();
    return lines.isEmpty() ? "không có lời nào" : lines.get(lines.size() - 1);
  }
}
