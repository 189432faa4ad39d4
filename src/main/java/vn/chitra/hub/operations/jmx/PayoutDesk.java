package vn.chitra.hub.operations.jmx;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** Payouts on the console: the count per state, and the history of each payout, by endToEndId, line or entitlement. */
@Component
@ManagedResource(objectName = "vn.chitra.hub:type=Payouts", description = "Các khoản chi")
public class PayoutDesk {

  private static final String OF_LINE = SqlText.of("operations/find-payouts-of-line");
  private static final String OF_ENTITLEMENT = SqlText.of("operations/find-payouts-of-entitlement");
  private static final int MOST = 12;
  private static final Pattern END_TO_END_ID = Pattern.compile("H[0-9A-HJKMNP-TV-Z]{15}");
  private static final Pattern LINE = Pattern.compile("(.{1,40})/([0-9]{1,9})");

  private final JdbcClient jdbc;
  private final PayoutStory story;

  PayoutDesk(JdbcClient jdbc, PayoutStory story) {
    this.jdbc = jdbc;
    this.story = story;
  }

  @ManagedAttribute(description = "Số khoản và số đồng theo trạng thái")
  public Map<String, String> getByState() {
    return jdbc.sql("select state, count(*), sum(amount_vnd) from payout group by state order by state")
        .query((r, n) -> Map.entry(Words.payout(r.getString(1)), r.getLong(2) + " khoản, " + Shown.dong(r.getLong(3)))).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Up to twelve, newest first. */
  @ManagedOperation(description = "Câu chuyện của khoản chi, tìm theo mã chi trả (16 ký tự), BẢNG/DÒNG, quyết định hưởng hoặc số khoản chi")
  @ManagedOperationParameter(name = "what", description = "mã chi trả, BẢNG/DÒNG, mã quyết định hưởng, hoặc số khoản chi")
  public String story(String what) {
    List<Long> found = find(what.strip());
    return found.isEmpty() ? "Không tìm thấy khoản chi nào." : found.stream().map(story::notify).collect(Collectors.joining("\n\n"));
  }

  private List<Long> find(String what) {
    Matcher line = LINE.matcher(what);
    if (END_TO_END_ID.matcher(what).matches()) {
      return ids(jdbc.sql("select payout_id from payment where end_to_end_id = :payment").param("payment", what));
    }
    if (line.matches()) {
      return ids(jdbc.sql(OF_LINE).param("payroll", line.group(1)).param("line", Integer.parseInt(line.group(2))));
    }
    if (what.matches("[0-9]{1,18}")) {
      return ids(jdbc.sql("select payout_id from payout where payout_id = :payout").param("payout", Long.parseLong(what)));
    }
    return ids(jdbc.sql(OF_ENTITLEMENT).param("entitlement", what).param("most", MOST));
  }

  private static List<Long> ids(StatementSpec query) {
    return query.query(Long.class).list();
  }
}
