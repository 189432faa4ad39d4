package vn.chitra.hub.demo;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The independent check at the end: compares hub, partners and welfare database payout by payout, with queries that share nothing with the
 * hub.
 */
public final class BooksCheck {

  private static final int SHOWN = 5;

  private final JdbcTemplate hub;
  private final JdbcTemplate welfare;
  private final JdbcTemplate partners;

  public BooksCheck(JdbcTemplate hub, JdbcTemplate welfare, JdbcTemplate partners) {
    this.hub = hub;
    this.welfare = welfare;
    this.partners = partners;
  }

  /** One condition; {@code wrong} lists the contradictions, empty when it is met. */
  public record Finding(String claim, List<String> wrong) {

    public boolean holds() {
      return wrong.isEmpty();
    }
  }

  /** Every check, in a fixed order. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(same("Đối tác đã chi = hệ thống ghi đã chi, từng khoản, từng đồng", partners, BooksSql.PARTNER_PAID, hub,
        BooksSql.HUB_PAID));
    findings.add(same("Đối tác báo trả về = hệ thống ghi trả về", partners, BooksSql.PARTNER_RETURNED, hub, BooksSql.HUB_RETURNED));
    findings.add(same("Khoản đã chi của hệ thống = kết quả PAID ở cơ sở dữ liệu tỉnh", hub, BooksSql.HUB_PAID_LINES, welfare,
        BooksSql.WELFARE_PAID_LINES));
    findings.add(same("Kết quả khác PAID cũng khớp", hub, BooksSql.HUB_OTHER_LINES, welfare, BooksSql.WELFARE_OTHER_LINES));
    findings.add(same("Mỗi dòng bảng chi thành đúng một khoản hoặc một từ chối", welfare, BooksSql.WELFARE_LINES, hub, BooksSql.HUB_LINES));
    findings.add(same("Từ chối đã ghi về tỉnh đủ", hub, BooksSql.HUB_REFUSALS, welfare, BooksSql.WELFARE_REFUSALS));
    findings.addAll(always());
    findings.add(none("Bút toán đã chi của mỗi lệnh khớp trạng thái của nó", hub, BooksSql.BOOKED_AGAINST_STATE));
    findings.add(none("Kỳ đã đóng không còn khoản mở, không ghi thêm bút toán", hub, BooksSql.BOOKED_AFTER_CLOSE));
    findings.addAll(accounts());
    findings.addAll(chains());
    findings.add(none("Khoản còn mở nào cũng có việc chờ người giải thích", hub, BooksSql.UNEXPLAINED));
    findings.add(expectedLines());
    return findings;
  }

  /** The claims that hold whenever nobody has anything left to do, in the middle of a month too. */
  public List<Finding> always() {
    return List.of(
        same("Tệp đã gửi đứng đúng một lần ở đối tác, đúng mã băm", hub, BooksSql.HUB_FILES, partners, BooksSql.PARTNER_FILES),
        none("Không khoản nào có hai lệnh sống hoặc đã chi", hub, BooksSql.TWO_LIVE_PAYMENTS),
        none("Số thứ tự tệp liền nhau, không trùng", hub, BooksSql.SEQUENCE_GAPS),
        none("Quyết toán lệch 0 ở mọi kỳ, đối tác, chương trình", hub, BooksSql.SETTLEMENT_DIFFERENCES),
        none("Tổng đã chi mỗi ngày của mỗi đối tác khớp các lệnh của ngày ấy", hub, BooksSql.PAID_DAYS),
        none("Đối tác không thấy vi phạm hợp đồng nào", partners, BooksSql.VIOLATIONS));
  }

  /** The further checks for several months played to their end, from the first to the last. */
  public List<Finding> ofTheQuarter(YearMonth first, YearMonth last) {
    return List.of(
        new Finding("Mọi kỳ từ " + first + " đến " + last + " đã đóng", summarised(hub.queryForList(BooksSql.NOT_CLOSED, String.class,
            first.atDay(1), last.atDay(1)))),
        none("Tháng đã trả trước Tết bị từ chối khi kê lại", welfare, BooksSql.PAID_AHEAD_NOT_REFUSED),
        none("Bảng đã rút không còn hiệu lực", welfare, BooksSql.WITHDRAWN_NOT_GONE),
        none("Không chi cho người đã mất trước khi gửi", welfare, BooksSql.DEAD_AND_PAID),
        closedAccounts());
  }

  private Finding closedAccounts() {
    Map<String, String> closed = pairs(welfare, BooksSql.CLOSED_ACCOUNTS);
    Map<String, String> paidTo = pairs(hub, BooksSql.ACCOUNTS_PAID_TO);
    return new Finding("Không chi vào tài khoản đã đóng trước khi gửi", closed.keySet().stream()
        .filter(line -> closed.get(line).equals(paidTo.get(line))).sorted().toList());
  }

  /** The law of each funding account: file debits less credits for payments = net paid, payments in error included. */
  private List<Finding> accounts() {
    return List.of(
        same("Tài khoản nguồn: ghi nợ tệp trừ ghi có hoàn trả = đã chi, kể cả chi nhầm", partners, BooksSql.PARTNER_ACCOUNTS, hub,
            BooksSql.HUB_ACCOUNTS),
        same("Sổ phụ hệ thống đã đọc = sổ của ngân hàng", partners, BooksSql.PARTNER_ACCOUNTS, hub, BooksSql.HUB_STATED));
  }

  private List<Finding> chains() {
    return List.of(
        same("Khoản chuyển kỳ nào cũng thuộc dòng mới nhất kê nó", welfare, BooksSql.WELFARE_CHAINS, hub, BooksSql.HUB_CHAINS),
        none("Dòng đã được kê lại vẫn ghi là chuyển kỳ", welfare, BooksSql.CARRIED_WITHOUT_SAYING_SO),
        none("Không chế độ nào được trả hai lần cho một tháng", welfare, BooksSql.PAID_TWICE));
  }

  private Finding same(String claim, JdbcTemplate one, String oneSql, JdbcTemplate other, String otherSql) {
    Map<String, String> left = pairs(one, oneSql);
    Map<String, String> right = pairs(other, otherSql);
    List<String> wrong = new ArrayList<>();
    TreeSet<String> keys = new TreeSet<>(left.keySet());
    keys.addAll(right.keySet());
    keys.stream().filter(key -> !Objects.equals(left.get(key), right.get(key)))
        .forEach(key -> wrong.add(key + ": " + left.get(key) + " ≠ " + right.get(key)));
    return new Finding(claim, summarised(wrong));
  }

  private static Finding none(String claim, JdbcTemplate database, String sql) {
    return new Finding(claim, summarised(database.queryForList(sql, String.class)));
  }

  private static Map<String, String> pairs(JdbcTemplate database, String sql) {
    Map<String, String> pairs = new HashMap<>();
    database.query(sql, row -> {
      pairs.merge(row.getString(1), row.getString(2), (a, b) -> a + " và " + b);   // the same key twice is a difference too
    });
    return pairs;
  }

  /** Each spoilt line has the expected result of the data maker, and no ordinary line was refused. */
  private Finding expectedLines() {
    Map<String, String> expected = pairs(welfare, BooksSql.EXPECTED_LINES);
    Map<String, String> judged = pairs(hub, BooksSql.JUDGED_LINES);
    List<String> wrong = new ArrayList<>();
    expected.forEach((line, outcome) -> {
      String found = judged.getOrDefault(line, "UNTAKEN");
      if (!outcome.endsWith(" " + found)) {
        wrong.add(line + ": cần " + outcome + ", hệ thống " + found);
      }
    });
    Map<String, String> paidMeanwhile = pairs(welfare, BooksSql.CARRIED_BUT_PAID);
    judged.forEach((line, found) -> {
      if (found.equals("REFUSED") && !expected.containsKey(line) && !paidMeanwhile.containsKey(line)) {
        wrong.add(line + ": dòng đúng mà bị từ chối");
      }
    });
    return new Finding("Dòng sai bị bắt đúng cách, dòng đúng không bị từ chối", summarised(wrong.stream().sorted().toList()));
  }

  private static List<String> summarised(List<String> wrong) {
    if (wrong.size() <= SHOWN) {
      return List.copyOf(wrong);
    }
    List<String> shown = new ArrayList<>(wrong.subList(0, SHOWN));
    shown.add("… và " + (wrong.size() - SHOWN) + " chỗ nữa");
    return shown;
  }
}
