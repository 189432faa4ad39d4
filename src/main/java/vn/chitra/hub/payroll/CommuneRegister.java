package vn.chitra.hub.payroll;

import java.time.LocalDate;

/** Tells which commune codes are valid on a day: the 2025 reform re-used old codes for new units. */
@FunctionalInterface
public interface CommuneRegister {

  boolean known(String code, LocalDate on);
}
