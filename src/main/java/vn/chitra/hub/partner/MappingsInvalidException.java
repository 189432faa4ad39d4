package vn.chitra.hub.partner;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.ExitCodeGenerator;

/** Stops the start of the hub because its mapping files are wrong. The message lists every error with file, line and key. */
public final class MappingsInvalidException extends RuntimeException implements ExitCodeGenerator {

  private final transient List<MappingError> errors;

  MappingsInvalidException(List<MappingError> errors) {
    super("Dữ liệu ánh xạ có " + errors.size() + " lỗi:\n"
        + errors.stream().map(error -> "  " + error).collect(Collectors.joining("\n")));
    this.errors = List.copyOf(errors);
  }

  /** EX_CONFIG of sysexits: no restart heals it. */
  @Override
  public int getExitCode() {
    return 78;
  }

  public List<MappingError> errors() {
    return errors;
  }
}
