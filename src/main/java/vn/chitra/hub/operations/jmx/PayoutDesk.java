package vn.chitra.hub.operations.jmx;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.query.PayoutSearch;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.operations.query.StateNames;

/** Payouts on the console: the count per state, and the history of each payout, by endToEndId, line or entitlement. */
@Component
@ManagedResource(objectName = "vn.chitra.hub:type=Payouts", description = "Các khoản chi")
public class PayoutDesk {

  private static final int MOST = 12;

  private final JdbcClient jdbc;
  private final PayoutSearch search;
  private final PayoutStory story;

  PayoutDesk(JdbcClient jdbc, PayoutSearch search, PayoutStory story) {
    this.jdbc = jdbc;
    this.search = search;
    this.story = story;
  }

  @ManagedAttribute(description = "Số khoản và số đồng theo trạng thái")
  public Map<String, String> getByState() {
    return jdbc.sql("select state, count(*), sum(amount_vnd) from payout group by state order by state")
        .query((r, n) -> Map.entry(StateNames.payout(r.getString(1)), r.getLong(2) + " khoản, " + Shown.dong(r.getLong(3)))).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Up to twelve, newest first. */
  @ManagedOperation(description = "Câu chuyện của khoản chi, tìm theo mã chi trả (16 ký tự), BẢNG/DÒNG, quyết định hưởng hoặc số khoản chi")
  @ManagedOperationParameter(name = "what", description = "mã chi trả, BẢNG/DÒNG, mã quyết định hưởng, hoặc số khoản chi")
  public String story(String what) {
    List<Long> found = search.byKey(what, MOST);
    return found.isEmpty() ? "Không tìm thấy khoản chi nào." : found.stream().map(story::notify).collect(Collectors.joining("\n\n"));
  }
}
