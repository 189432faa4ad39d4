package vn.chitra.hub.partner;

import java.util.List;
import java.util.stream.Collectors;

/** The hub does not start: its mapping files are wrong. The message lists every error with file, line and key. */
public final class MappingsInvalidException extends RuntimeException {

  private final transient List<MappingError> errors;

  MappingsInvalidException(List<MappingError> errors) {
    super("Dữ liệu ánh xạ có " + errors.size() + " lỗi:\n"
        + errors.stream().map(error -> "  " + error).collect(Collectors.joining("\n")));
    this.errors = List.copyOf(errors);
  }

  public List<MappingError> errors() {
    return errors;
  }
}
