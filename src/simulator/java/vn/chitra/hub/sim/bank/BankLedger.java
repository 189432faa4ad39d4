package vn.chitra.hub.sim.bank;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The funding account: its entries and the daily statement of them. */
final class BankLedger {

  private final String partner;
  private final String account;
  private final JdbcTemplate jdbc;

  BankLedger(String partner, String account, JdbcTemplate jdbc) {
    this.partner = partner;
    this.account = account;
    this.jdbc = jdbc;
  }

  record Entry(String side, long amount, String reference, String bankRef, String remark, int items) {}

  /** Books one entry; nothing at all for zero dong. */
  void book(LocalDate day, char side, long amount, String reference, String bankRef, String remark) {
    if (amount > 0) {
      jdbc.update("INSERT INTO statement_entry (partner, day, side, amount_vnd, reference, bank_ref, remark) VALUES (?, ?, ?, ?, ?, ?, ?)",
          partner, day, String.valueOf(side), amount, reference, bankRef, remark);
    }
  }

  /** The debit for one file of ours on one day. */
  void debit(LocalDate day, long amount, String reference, String bankRef, int items) {
    book(day, 'D', amount, reference, bankRef, "CHI TRA THEO LO");
    jdbc.update("UPDATE statement_entry SET items = ? WHERE partner = ? AND day = ? AND reference = ?", items, partner, day, reference);
  }

  /** A closed day: {@code opening + credits - debits = closing}, the opening being the last closing. */
  record Day(String account, LocalDate date, long opening, long closing, List<Entry> entries) {

    long debits() {
      return sum(entries, "D");
    }

    long credits() {
      return sum(entries, "C");
    }
  }

  Day close(LocalDate day) {
    List<Long> last = jdbc.queryForList("SELECT closing FROM statement WHERE partner = ? ORDER BY day DESC LIMIT 1", Long.class, partner);
    long opening = last.isEmpty() ? 0 : last.get(0);
    List<Entry> entries = jdbc.query("SELECT * FROM statement_entry WHERE partner = ? AND day = ? ORDER BY entry_id",
        (row, n) -> new Entry(row.getString("side"), row.getLong("amount_vnd"), row.getString("reference"), row.getString("bank_ref"),
            row.getString("remark"), row.getInt("items")), partner, day);
    long closing = opening + sum(entries, "C") - sum(entries, "D");
    jdbc.update("INSERT INTO statement (partner, day, opening, closing) VALUES (?, ?, ?, ?)", partner, day, opening, closing);
    return new Day(account, day, opening, closing, entries);
  }

  private static long sum(List<Entry> entries, String side) {
    return entries.stream().filter(e -> e.side().equals(side)).mapToLong(Entry::amount).sum();
  }
}
