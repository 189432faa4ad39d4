package vn.chitra.hub.payroll;

import java.util.List;

/** Payrolls that their agencies took back, as the welfare database has them now. */
public interface WithdrawnPayrolls {

  /** Their ids, of any age. */
  List<String> ids();
}
