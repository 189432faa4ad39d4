package vn.chitra.hub.sim.bank;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import vn.chitra.hub.sim.Decisions;
import vn.chitra.hub.sim.PartnerBook;

/** The bank's orders and the result of each: decided by the order's own id, so the same month gives the same outcomes. */
public final class BankOrders {

  public static final String IN_PROGRESS = "09";
  private static final String[] REJECTIONS = {"01", "01", "01", "02", "02", "03", "03", "03", "04", "05", "06"};
  private static final Map<String, String> TEXTS = Map.of("00", "DA GHI CO", "01", "KHONG CO TAI KHOAN", "02", "TAI KHOAN DA DONG", "03",
      "SAI TEN CHU TAI KHOAN", "04", "TAI KHOAN BI KHOA", "05", "VUOT HAN MUC", "06", "CHU TAI KHOAN DA MAT", "09", "DANG XU LY", "20",
      "NGAN HANG NHAN TRA LAI");
  private static final RowMapper<Row> ROW = (row, n) -> new Row(row.getInt("seq"), row.getInt("line_no"), row.getString("end_to_end_id"),
      row.getLong("amount_vnd"), row.getString("code"), row.getString("first_code"), row.getString("reference"),
      row.getObject("paid_on", LocalDate.class));

  private final String partner;
  private final JdbcTemplate jdbc;
  private final Decisions decisions;

  public BankOrders(String partner, JdbcTemplate jdbc, Decisions decisions) {
    this.partner = partner;
    this.jdbc = jdbc;
    this.decisions = decisions;
  }

  /** @param bookDate when the code came to stand */
  public record Row(int seq, int line, String endToEndId, long amount, String code, String firstCode, String reference,
      LocalDate bookDate) {}

  /** The bank's own words for a code. */
  static String stated(String code) {
    return TEXTS.getOrDefault(code, "");
  }

  void enter(PaymentFile file) {
    List<Object[]> rows = new ArrayList<>(file.orders().size());
    for (PaymentFile.Order order : file.orders()) {
      rows.add(new Object[] {partner, file.seq(), order.line(), order.endToEndId(), order.amount(), order.name()});
    }
    jdbc.batchUpdate("INSERT INTO instruction (partner, folder, seq, line_no, end_to_end_id, amount_vnd, receiver, state)"
        + " VALUES (?, '', ?, ?, ?, ?, ?, 'OPEN')", rows);
    if (rows.size() >= PartnerBook.MANY) {
      jdbc.execute("ANALYZE instruction");   // the plans of the queries below are made for what the table held before
    }
  }

  /** An id of this file that stands in an older one, or empty. */
  List<String> idsThatStandAlready(int seq) {
    return jdbc.queryForList("""
        SELECT now.end_to_end_id FROM instruction now JOIN instruction old USING (end_to_end_id)
        WHERE now.partner = ? AND now.seq = ? AND old.partner = now.partner AND old.seq <> now.seq""", String.class, partner, seq);
  }

  public List<Row> of(int seq) {
    return jdbc.query("SELECT * FROM instruction WHERE partner = ? AND seq = ? ORDER BY line_no", ROW, partner, seq);
  }

  /** The payments that were returned, or credited late, on that day. */
  List<Row> changedLate(LocalDate day) {
    return jdbc.query("SELECT * FROM instruction WHERE partner = ? AND paid_on = ? AND (code = '20' OR reference LIKE 'FTM%')"
        + " ORDER BY seq, line_no", ROW, partner, day);
  }

  /** Value date, 10:00: most are credited, some rejected, some stay in progress; dong that left the account. */
  public long execute(int seq, LocalDate day) {
    return settle(of(seq), day, row -> decisions.perMille(50, "in progress", row.endToEndId()) ? IN_PROGRESS : outcome(row));
  }

  /** How many of the file's orders were credited that day. */
  int creditedOn(int seq, LocalDate day) {
    return Objects.requireNonNull(jdbc.queryForObject("SELECT count(*) FROM instruction WHERE partner = ? AND seq = ? AND code = '00'"
        + " AND paid_on = ?", Integer.class, partner, seq, day));
  }

  /** The banking day after: what was in progress is decided; dong that left the account. */
  public long resolve(int seq, LocalDate day) {
    return settle(of(seq).stream().filter(row -> row.code().equals(IN_PROGRESS)).toList(), day, this::outcome);
  }

  /** A few credited payments come back from the receiving bank. */
  public List<Row> comeBack(int seq, LocalDate day) {
    List<Row> back = of(seq).stream().filter(row -> row.code().equals("00"))
        .filter(row -> row.line() == 1 || decisions.perMille(10, "comes back", row.endToEndId())).toList();
    jdbc.batchUpdate("UPDATE instruction SET code = '20', state = 'RETURNED', paid_on = ? WHERE partner = ? AND seq = ? AND line_no = ?",
        back.stream().map(row -> new Object[] {day, partner, seq, row.line()}).toList());
    return of(seq).stream().filter(row -> row.code().equals("20")).toList();
  }

  /** Puts the results of part 01 into each order; a few are left for part 02. */
  public void nameInFirstPart(int seq) {
    List<Object[]> named = of(seq).stream().filter(row -> !decisions.perMille(20, "left for later", row.endToEndId()))
        .map(row -> new Object[] {row.code(), partner, seq, row.line()}).toList();
    jdbc.batchUpdate("UPDATE instruction SET first_code = ? WHERE partner = ? AND seq = ? AND line_no = ?", named);
  }

  private String outcome(Row row) {
    return decisions.perMille(15, "rejected", row.endToEndId()) ? decisions.oneOf("rejection", row.endToEndId(), REJECTIONS) : "00";
  }

  private long settle(List<Row> rows, LocalDate day, Function<Row, String> decide) {
    long debit = 0;
    List<Object[]> updates = new ArrayList<>(rows.size());
    for (Row row : rows) {
      String code = decide.apply(row);
      String state = code.equals("00") ? "PAID" : code.equals(IN_PROGRESS) ? "OPEN" : "UNPAID";
      debit += code.equals("00") ? row.amount() : 0;
      String reference = "FT" + day.format(DateTimeFormatter.ofPattern("yyMMdd")) + String.format("%04d%06d", row.seq(), row.line());
      updates.add(new Object[] {code, state, day, reference, partner, row.seq(), row.line()});
    }
    jdbc.batchUpdate("UPDATE instruction SET code = ?, state = ?, paid_on = ?, reference = ? WHERE partner = ? AND seq = ?"
        + " AND line_no = ?", updates);
    return debit;
  }
}
