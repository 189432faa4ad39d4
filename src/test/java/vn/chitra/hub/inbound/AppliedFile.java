package vn.chitra.hub.inbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One archived file through the steps of the route {@code inbound-apply-file}, in one transaction, where a test runs no routes. */
public final class AppliedFile {

  private AppliedFile() {}

  public static void apply(ApplyFile steps, PlatformTransactionManager transactions, long fileId) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> steps.recognise(fileId).ifPresent(file -> {
      ApplyFile.Parsed parsed = parse(steps, file);
      switch (parsed.content()) {
        case REPLY -> steps.apply(parsed);
        case KEPT -> steps.keep(parsed);
        case REPEATED -> steps.ignore(parsed);
        case NOT_UNDERSTOOD -> steps.setAside(parsed);
      }
      steps.complete(parsed);
    }));
  }

  private static ApplyFile.Parsed parse(ApplyFile steps, ApplyFile.Recognised file) {
    try {
      return steps.parse(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
