package vn.chitra.hub.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import vn.chitra.hub.sim.DatabaseAccess;

/**
 * What the same number of rows costs when nothing is decided about them: copied in, copied out, staged and updated by one statement, on the
 * same server.
 *
 * @param time by the clock
 * @param driverCpu of this process, @param databaseCpu of PostgreSQL
 */
record Baseline(Duration time, Duration driverCpu, Duration databaseCpu) {

  private static final int LINES_A_WRITE = 10_000;

  /** @param postgres process id of the server */
  static Baseline measure(DatabaseAccess database, long postgres, int rows) throws SQLException, IOException {
    try (Connection connection = database.open(); Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists baseline_payment");
      statement.execute("create table baseline_payment (payment_id bigint primary key, end_to_end_id char(16) not null unique,"
          + " account_no varchar(24) not null, account_name text not null, amount_vnd bigint not null, state varchar(13) not null)"
          + " with (fillfactor = 50)");
      Duration driver = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
      Duration server = CpuTimes.of(postgres);
      long began = System.nanoTime();
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      connection.setAutoCommit(false);
      copyIn(copy, "baseline_payment", rows);
      connection.commit();
      copy.copyOut("copy baseline_payment to stdout", OutputStream.nullOutputStream());
      statement.execute("create temporary table baseline_status on commit drop as select end_to_end_id, amount_vnd, 'PAID' as state"
          + " from baseline_payment");
      statement.execute("update baseline_payment p set state = s.state from baseline_status s where p.end_to_end_id = s.end_to_end_id");
      connection.commit();
      Duration time = Duration.ofNanos(System.nanoTime() - began);
      Baseline measured = new Baseline(time, ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).minus(driver),
          CpuTimes.of(postgres).minus(server));
      connection.setAutoCommit(true);
      statement.execute("drop table baseline_payment");
      return measured;
    }
  }

  private static void copyIn(CopyManager copy, String table, int rows) throws SQLException, IOException {
    copy.copyIn("copy " + table + " from stdin", new InputStream() {
      private int made;
      private byte[] lines = new byte[0];
      private int next;

      @Override
      public int read() {
        throw new UnsupportedOperationException("read in pieces");
      }

      @Override
      public int read(byte[] into, int from, int most) {
        if (next == lines.length && made < rows) {
          lines = more();
          next = 0;
        }
        int length = Math.min(most, lines.length - next);
        System.arraycopy(lines, next, into, from, length);
        next += length;
        return length == 0 ? -1 : length;
      }

      private byte[] more() {
        StringBuilder text = new StringBuilder();
        for (int end = Math.min(rows, made + LINES_A_WRITE); made < end; made++) {
          text.append(made).append('\t').append("CT").append(100_000_000_000_00L + made).append('\t').append(2_700_200_000_000L + made)
              .append("\tDO THI NGOC ANH\t").append(500_000 + made % 1_000).append("\tPLANNED\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
      }
    });
  }

  /** Microseconds of processor a row, both sides together. */
  long microsPerRow(int rows) {
    return driverCpu.plus(databaseCpu).toNanos() / 1_000 / Math.max(1, rows);
  }
}
