package vn.chitra.planted.hub.payroll;

import vn.chitra.planted.hub.reconciliation.Late;

public interface EarlierUsesLater {

  Late late();
}
