package vn.chitra.hub.payroll;

import java.time.LocalDate;

/** Tells in which communes a partner pays cash on a day. */
@FunctionalInterface
public interface PlaceRegister {

  boolean served(String communeCode, LocalDate on);
}
