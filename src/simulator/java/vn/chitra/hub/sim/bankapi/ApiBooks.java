package vn.chitra.hub.sim.bankapi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.sim.PartnerBook;

/** The bank's records of bulks: keys, names and ids are remembered for ever. */
final class ApiBooks {

  private final String partner;
  private final JdbcTemplate jdbc;

  ApiBooks(String partner, JdbcTemplate jdbc) {
    this.partner = partner;
    this.jdbc = jdbc;
  }

  record Bulk(String key, String clientBulkId, int seq, String sha256, String bulkId, boolean started) {}

  Optional<Bulk> byKey(String key) {
    return bulk("key", key);
  }

  Optional<Bulk> byName(String clientBulkId) {
    return bulk("client_bulk_id", clientBulkId);
  }

  Optional<Bulk> byId(String bulkId) {
    return bulk("bulk_id", bulkId);
  }

  private Optional<Bulk> bulk(String column, String value) {
    return jdbc.query("SELECT * FROM api_bulk WHERE partner = ? AND " + column + " = ?", (row, n) -> new Bulk(row.getString("key"),
        row.getString("client_bulk_id"), row.getInt("seq"), row.getString("sha256"), row.getString("bulk_id"), row.getBoolean("started")),
        partner, value).stream().findFirst();
  }

  List<String> existing(List<BulkBody.Order> orders) {
    return jdbc.queryForList("SELECT end_to_end_id FROM instruction WHERE partner = ? AND end_to_end_id = ANY (?::bpchar[])", String.class,
        partner, orders.stream().map(BulkBody.Order::endToEndId).toArray(String[]::new));
  }

  /** Takes a bulk, or notes one that is refused. */
  void enter(BulkBody bulk, String sha256, int size, boolean existing, Instant now) {
    jdbc.update("""
        INSERT INTO received_file (partner, folder, name, seq, sha256, size_bytes, line_count, total_vnd, value_date, received_at,
          existing, in_place) VALUES (?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, true)
        ON CONFLICT (partner, folder, name) DO UPDATE SET sha256 = excluded.sha256, existing = excluded.existing""",
        partner, bulk.clientBulkId() + ".json", bulk.seq(), sha256, size, bulk.count(), bulk.total(), bulk.valueDate(),
        PartnerBook.timestamp(now), existing);
  }

  /** @return the bank's id of the bulk */
  String take(BulkBody bulk, String key, String sha256, int size, Instant now) {
    enter(bulk, sha256, size, true, now);
    String bulkId = "BLK-" + partner + "-" + sha256.substring(0, 12);
    jdbc.update("INSERT INTO api_bulk (partner, key, client_bulk_id, seq, sha256, bulk_id) VALUES (?, ?, ?, ?, ?, ?)", partner, key,
        bulk.clientBulkId(), bulk.seq(), sha256, bulkId);
    List<Object[]> rows = new ArrayList<>();
    for (BulkBody.Order order : bulk.orders()) {
      rows.add(new Object[] {partner, bulk.seq(), rows.size() + 1, order.endToEndId(), order.amount(), order.name()});
    }
    jdbc.batchUpdate("INSERT INTO instruction (partner, folder, seq, line_no, end_to_end_id, amount_vnd, receiver, state)"
        + " VALUES (?, '', ?, ?, ?, ?, ?, 'OPEN')", rows);
    return bulkId;
  }

  void started(int seq) {
    jdbc.update("UPDATE api_bulk SET started = true WHERE partner = ? AND seq = ?", partner, seq);
  }

  /** Whether this is the first time that the action is done. */
  boolean first(int seq, ApiAction action) {
    return jdbc.update("INSERT INTO api_action (partner, seq, action) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", partner, seq,
        action.name()) == 1;
  }

  String nameOf(int seq) {
    return jdbc.queryForObject("SELECT client_bulk_id FROM api_bulk WHERE partner = ? AND seq = ?", String.class, partner, seq);
  }

  long total(int seq) {
    Long total = jdbc.queryForObject("SELECT max(total_vnd) FROM received_file WHERE partner = ? AND seq = ?", Long.class, partner, seq);
    return total == null ? 0 : total;
  }

  void book(LocalDate day, char side, long amount, String reference, String remark) {
    if (amount > 0) {
      jdbc.update("INSERT INTO statement_entry (partner, day, side, amount_vnd, reference, bank_ref, remark) VALUES (?, ?, ?, ?, ?, ?, ?)",
          partner, day, String.valueOf(side), amount, reference, "API" + day + side, remark);
    }
  }

  void close(LocalDate day) {
    List<Long> last = jdbc.queryForList("SELECT closing FROM statement WHERE partner = ? ORDER BY day DESC LIMIT 1", Long.class, partner);
    long opening = last.isEmpty() ? 0 : last.get(0);
    Long moved = jdbc.queryForObject("SELECT coalesce(sum(CASE side WHEN 'C' THEN amount_vnd ELSE -amount_vnd END), 0) FROM statement_entry"
        + " WHERE partner = ? AND day = ?", Long.class, partner, day);
    jdbc.update("INSERT INTO statement (partner, day, opening, closing) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", partner, day, opening,
        opening + (moved == null ? 0 : moved));
  }

  /** The statement of a closed day as JSON. */
  Optional<String> statement(String account, LocalDate day) {
    return jdbc.query("SELECT opening, closing FROM statement WHERE partner = ? AND day = ?", (row, n) -> "{\"account\":\"" + account
        + "\",\"date\":\"" + day + "\",\"opening\":" + row.getLong(1) + ",\"closing\":" + row.getLong(2) + ",\"entries\":["
        + String.join(",", entries(day)) + "]}", partner, day).stream().findFirst();
  }

  private List<String> entries(LocalDate day) {
    return jdbc.query("SELECT * FROM statement_entry WHERE partner = ? AND day = ? ORDER BY entry_id", (row, n) -> "{\"no\":" + (n + 1)
        + ",\"side\":\"" + row.getString("side") + "\",\"amount\":" + row.getLong("amount_vnd") + ",\"reference\":\""
        + row.getString("reference") + "\",\"bankRef\":\"" + row.getString("bank_ref") + "\",\"text\":\"" + row.getString("remark") + "\"}",
        partner, day);
  }

  void send(String body) {
    jdbc.update("INSERT INTO api_event (partner, body) VALUES (?, ?)", partner, body);
  }

  record Event(long id, String body) {}

  List<Event> unsent() {
    return jdbc.query("SELECT event_id, body FROM api_event WHERE partner = ? AND NOT sent ORDER BY event_id",
        (row, n) -> new Event(row.getLong(1), row.getString(2)), partner);
  }

  void sent(long eventId) {
    jdbc.update("UPDATE api_event SET sent = true WHERE event_id = ?", eventId);
  }

  /** After three tries the bank gives up: an event may never come. */
  void failed(long eventId) {
    jdbc.update("UPDATE api_event SET tries = tries + 1, sent = tries >= 2 WHERE event_id = ?", eventId);
  }
}
