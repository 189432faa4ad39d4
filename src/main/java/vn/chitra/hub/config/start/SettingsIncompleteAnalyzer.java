package vn.chitra.hub.config.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the list of missing, invalid and unknown settings instead of a stack trace. */
final class SettingsIncompleteAnalyzer extends AbstractFailureAnalyzer<SettingsIncomplete> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, SettingsIncomplete cause) {
    return new FailureAnalysis("Chi Trả Hub chưa thể khởi động: " + cause.complaints().size() + " thiết lập thiếu, sai hoặc lạ.\n\n  "
        + String.join("\n  ", cause.complaints()),
        "Đặt từng thiết lập bằng biến môi trường (HUB_DATABASE_URL, …) hoặc trong một tệp do HUB_SETTINGS chỉ tới;"
            + " xem docs/operations/configuration.md.", cause);
  }
}
