package vn.chitra.hub.payroll;

import java.time.LocalDate;

/** Which communes have somebody who pays cash there on a day. */
@FunctionalInterface
public interface PlaceRegister {

  boolean served(String communeCode, LocalDate on);
}
