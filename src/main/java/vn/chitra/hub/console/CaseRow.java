package vn.chitra.hub.console;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import vn.chitra.hub.operations.query.CaseDuties;
import vn.chitra.hub.operations.query.Names;
import vn.chitra.hub.operations.query.Shown;

/**
 * One case as a row of a page.
 *
 * @param task what to do first, in Vietnamese; {@code who}: the role that must do it
 * @param page address of what it is about, empty where that has no page
 * @param due empty where it has no deadline
 */
record CaseRow(String id, String title, String task, String who, String subject, String page, String partner, String evidence, String dong,
    String due, boolean late) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

  /** @param row of {@link vn.chitra.hub.operations.query.CaseLists} */
  static CaseRow of(Map<String, String> row, Names names, CaseDuties duties, LocalDateTime now) {
    String kind = row.getOrDefault("loại", "");
    String subject = row.getOrDefault("về", "");
    String partner = row.getOrDefault("đối tác", "");
    String due = row.getOrDefault("hạn", "");
    return new CaseRow(row.getOrDefault("số", ""), Names.kind(kind), duties.task(kind), duties.who(kind), names.subject(subject),
        Names.page(subject), partner.isEmpty() ? "" : names.partner(partner), names.plain(row.get("bằng chứng")), dong(row), due,
        !due.isEmpty() && LocalDateTime.parse(due, TIME).isBefore(now));
  }

  /** The queries group thousands by commas; pages write money one way. */
  static String dong(Map<String, String> row) {
    String dong = row.getOrDefault("đồng", "");
    return dong.isEmpty() ? "" : Shown.dong(Long.parseLong(dong.replace(",", "")));
  }

  /** Of a row of any query: its payouts, grouped in thousands; empty where it has none. */
  static String items(Map<String, String> row) {
    String items = row.getOrDefault("số khoản", "");
    return items.isEmpty() ? "" : Shown.count(Long.parseLong(items));
  }
}
