package vn.chitra.hub.config.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import vn.chitra.hub.partner.MappingsInvalidException;

/** Prints the errors of the mapping files instead of a stack trace. */
final class MappingsInvalidAnalyzer extends AbstractFailureAnalyzer<MappingsInvalidException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, MappingsInvalidException cause) {
    return new FailureAnalysis("Chi Trả Hub chưa thể khởi động. " + cause.getMessage(), "Sửa từng chỗ theo tệp, dòng và khoá đã nêu.",
        cause);
  }
}
