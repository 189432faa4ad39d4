package vn.chitra.hub.account.opening.camel;

import java.io.IOException;
import java.util.List;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;
import vn.chitra.hub.account.opening.ApplyOpeningReplies;
import vn.chitra.hub.account.opening.OpeningRequests;
import vn.chitra.hub.account.opening.RequestAccounts;
import vn.chitra.hub.cases.RepeatedWork;

/** Route beans for account opening. */
@Component("accountOpeningSteps")
public final class AccountOpeningSteps {

  private final RequestAccounts request;
  private final ApplyOpeningReplies replies;
  private final OpeningRequests requests;
  private final RepeatedWork work;

  AccountOpeningSteps(RequestAccounts request, ApplyOpeningReplies replies, OpeningRequests requests, RepeatedWork work) {
    this.request = request;
    this.replies = replies;
    this.requests = requests;
    this.work = work;
  }

  public void request() throws IOException {
    work.attempt("work:xin mở tài khoản", "Lập tệp xin mở tài khoản", request::request);
  }

  public List<Long> waiting() {
    return replies.waiting();
  }

  public void take(@Body Long fileId) throws IOException {
    work.attempt("file:" + fileId, "Ghi nhận trả lời mở tài khoản của tệp #" + fileId, () -> replies.take(fileId));
  }

  public void report() {
    work.attempt("work:báo tài khoản đã mở", "Báo tài khoản đã mở về cơ sở dữ liệu trợ cấp", requests::report);
  }
}
