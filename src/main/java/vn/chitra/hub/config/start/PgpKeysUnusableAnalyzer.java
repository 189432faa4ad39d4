package vn.chitra.hub.config.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import vn.chitra.hub.channel.iso20022.PgpKeysUnusableException;

/** Prints what is wrong with the OpenPGP keys instead of a stack trace. */
final class PgpKeysUnusableAnalyzer extends AbstractFailureAnalyzer<PgpKeysUnusableException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, PgpKeysUnusableException cause) {
    return new FailureAnalysis("Chi Trả Hub chưa thể khởi động. " + cause.getMessage(),
        "Đặt lại khoá đúng hạn trong tệp đã nêu, rồi kiểm tra bằng bin/chitra-hub check.", cause);
  }
}
