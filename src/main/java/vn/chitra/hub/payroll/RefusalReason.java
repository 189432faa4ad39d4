package vn.chitra.hub.payroll;

/** The reasons for which a line is refused; the name is the reason code in the welfare database (at most 20 characters). */
public enum RefusalReason {
  COMMUNE_UNKNOWN, PERIOD_MALFORMED,
  AMOUNT_NOT_POSITIVE, MONTHS_MALFORMED, BIRTH_DATE_MALFORMED, NAME_MALFORMED, ACCOUNT_MALFORMED, CARD_NUMBER,
  PROGRAMME_DIFFERS, OUTSIDE_PERIOD,
  DECEASED, MOVED, SUSPENDED, STOPPED, NOT_ENTITLED, NO_DEATH,
  NOT_CARRIED, AMOUNT_DIFFERS,
  DUPLICATE, MONTH_ALREADY_PAID
}
