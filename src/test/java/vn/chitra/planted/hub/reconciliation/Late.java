package vn.chitra.planted.hub.reconciliation;

import vn.chitra.planted.hub.payroll.EarlierUsesLater;

/** Breaks no rule of layers, a later stage may use an earlier one; but closes a cycle that the other one opened. */
public interface Late {

  EarlierUsesLater early();
}
