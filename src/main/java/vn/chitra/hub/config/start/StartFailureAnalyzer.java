package vn.chitra.hub.config.start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints what stopped the start instead of a stack trace: the database, the port, another hub. Before Spring's own, which are English. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureAnalyzer implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    return StartFailure.of(failure).map(known -> new FailureAnalysis("Chi Trả Hub chưa thể khởi động. " + known.words(),
        "Kiểm tra bằng bin/chitra-hub check; xem docs/operations/start-and-stop.md.", failure)).orElse(null);
  }
}
