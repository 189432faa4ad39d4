package vn.chitra.hub.payroll;

import java.util.List;

/** Reads the withdrawn payrolls from the welfare database. */
public interface WithdrawnPayrolls {

  /** Their ids, of any age. */
  List<String> ids();
}
