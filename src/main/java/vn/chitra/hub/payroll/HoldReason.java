package vn.chitra.hub.payroll;

/** The reasons for which an accepted line is held for a person; the name is the payout's hold reason (at most 30 characters). */
public enum HoldReason {
  STATUS_WITHOUT_DATE, SOME_MONTHS_NOT_OWED, DEAD_ONE_OFF, TWO_ACCOUNTS, NO_PLACE
}
