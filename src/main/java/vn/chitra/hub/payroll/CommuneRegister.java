package vn.chitra.hub.payroll;

import java.time.LocalDate;
import java.util.Optional;

/** Knows the communes by code and day: the 2025 reform re-used old codes for new units. */
@FunctionalInterface
public interface CommuneRegister {

  /** Empty where the code stood for nothing on that day. */
  Optional<String> nameAt(String code, LocalDate on);

  default boolean known(String code, LocalDate on) {
    return nameAt(code, on).isPresent();
  }
}
