package vn.chitra.hub.operations.jmx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.query.ArchivedPayoutLists;
import vn.chitra.hub.operations.query.PayoutStories;
import vn.chitra.hub.operations.query.Story;

/** The history of one payout as lines of Vietnamese text. */
@Component
class PayoutStory {

  private final PayoutStories stories;
  private final ArchivedPayoutLists archived;

  PayoutStory(PayoutStories stories, ArchivedPayoutLists archived) {
    this.stories = stories;
    this.archived = archived;
  }

  /** Empty when there is no such payout. */
  String notify(long payoutId) {
    return stories.of(payoutId).map(PayoutStory::text).or(() -> archived.of(payoutId).map(one -> "Khoản chi số " + one.id() + ": "
        + one.dong() + ", " + one.state() + "; tháng " + one.period() + ", trong kho lưu trữ.")).orElse("");
  }

  private static String text(Story story) {
    List<String> lines = new ArrayList<>();
    lines.add("Khoản chi số " + story.id() + ": " + story.line() + (story.from().isEmpty() ? "" : " (chuyển từ " + story.from() + ")"));
    lines.add("Nội dung: " + story.kind() + " tháng " + story.months() + ", " + story.dong() + ", chương trình " + story.programme() + ", "
        + story.commune());
    lines.add("Người hưởng: " + story.beneficiary() + " Người nhận: " + story.payee() + " (" + story.relation() + ")");
    lines.add("Vì sao kênh này: " + story.why());
    lines.add("Trạng thái: " + story.state());
    story.attempts().forEach(attempt -> add(attempt, lines));
    story.results().forEach(result -> lines.add("Kết quả báo tỉnh: " + result.line() + " = " + result.outcome()
        + (result.written() ? "" : " (chưa ghi xong)")));
    story.cases().forEach(one -> lines.add("Vụ việc " + one.id() + ": " + one.title() + ". Việc phải làm (" + one.who() + "): "
        + one.task() + ". " + one.evidence() + optional(" Hạn ", one.due())));
    lines.add("Đang chờ: " + story.waitsFor());
    return String.join("\n", lines);
  }

  private static void add(Story.Attempt attempt, List<String> lines) {
    lines.add("Lần chi " + attempt.number() + ": mã " + attempt.endToEndId() + ", " + attempt.channel() + " qua " + attempt.place() + ", "
        + attempt.state() + (attempt.provisional().isEmpty() ? "" : " (" + attempt.provisional() + ")")
        + optional(" ngày ", attempt.paidOn()) + optional(", lý do ", attempt.reason())
        + attempt.files().stream().map(file -> optional(", tệp ", file.name())).collect(Collectors.joining()));
    attempt.steps().stream().filter(step -> !step.detail().isEmpty())
        .forEach(step -> lines.add("  – " + step.at() + ": " + step.text() + ": " + step.detail()));
    attempt.statuses().forEach(status -> lines.add("  – đối tác nói: " + status.reported() + (status.provisional() ? " (tạm)" : "")
        + optional(" mã ", status.code()) + optional(" ngày ", status.on()) + optional(": ", status.text())
        + (status.applied() ? "" : " [không đổi trạng thái]")));
  }

  private static String optional(String before, String value) {
    return value.isEmpty() ? "" : before + value;
  }
}
