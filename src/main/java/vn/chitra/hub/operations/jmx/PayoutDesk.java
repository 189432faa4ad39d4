package vn.chitra.hub.operations.jmx;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.query.PayoutSearch;

/** The history of a payout for machines, by endToEndId, line or entitlement. The count by state is a metric. */
@Component
@ManagedResource(objectName = "vn.chitra.hub:type=Payouts", description = "Các khoản chi")
public class PayoutDesk {

  private static final int MOST = 12;

  private final PayoutSearch search;
  private final PayoutStory story;

  PayoutDesk(PayoutSearch search, PayoutStory story) {
    this.search = search;
    this.story = story;
  }

  /** Up to twelve, newest first. */
  @ManagedOperation(description = "Câu chuyện của khoản chi, tìm theo mã chi trả (16 ký tự), BẢNG/DÒNG, quyết định hưởng hoặc số khoản chi")
  @ManagedOperationParameter(name = "what", description = "mã chi trả, BẢNG/DÒNG, mã quyết định hưởng, hoặc số khoản chi")
  public String story(String what) {
    List<Long> found = search.byKey(what, MOST);
    return found.isEmpty() ? "Không tìm thấy khoản chi nào." : found.stream().map(story::notify).collect(Collectors.joining("\n\n"));
  }
}
