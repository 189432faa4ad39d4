package vn.chitra.hub.sim.welfare;

/** The faults of a line, real or only apparent, with the right result of intake. */
enum Fault {
  DUPLICATE_IN_PAYROLL("REFUSED"),
  DUPLICATE_IN_TWO("REFUSED"),
  CARRY_OVER_UNFOUNDED("REFUSED"),
  DEAD_BEFORE("REFUSED"),
  ENTITLEMENT_OVER("REFUSED"),
  SUSPENDED_BEFORE("REFUSED"),
  AMOUNT_ZERO("REFUSED"),
  AMOUNT_NEGATIVE("REFUSED"),
  MONTHS_REVERSED("REFUSED"),
  MONTH_MALFORMED("REFUSED"),
  MONTH_OUTSIDE_PERIOD("REFUSED"),
  BIRTH_DATE_NO_DAY("REFUSED"),
  BIRTH_DATE_OTHER_FORM("REFUSED"),
  CONTROL_CHARACTER("REFUSED"),
  TCVN3_NAME("REFUSED"),
  VNI_NAME("REFUSED"),
  ACCOUNT_MALFORMED("REFUSED"),
  CARD_NUMBER("REFUSED"),
  PROGRAMME_DIFFERS("REFUSED"),
  FUNERAL_WITHOUT_DEATH("REFUSED"),
  TWO_ACCOUNTS_OF_ONE_DAY("HELD"),
  STOPPED_WITHOUT_DATE("HELD"),
  MOVED_AMID_ARREARS("HELD"),
  ONE_OFF_AFTER_DEATH("HELD"),
  DEAD_IN_THE_MONTH("ACCEPTED"),
  AUTHORISATION_EXPIRED("ACCEPTED"),
  PERSONAL_NO_LOST_ZERO("ACCEPTED"),
  SEX_AT_ODDS("ACCEPTED"),
  NAME_NOT_NFC("ACCEPTED"),
  NAME_FORMULA("ACCEPTED"),
  NAME_HTML("ACCEPTED"),
  NAME_SEPARATORS("ACCEPTED"),
  NAME_ENDLESS("ACCEPTED"),
  NAME_EMOJI("ACCEPTED"),
  NAME_RIGHT_TO_LEFT("REFUSED"),
  ADDRESS_RIGHT_TO_LEFT("ACCEPTED");

  private final String expected;

  Fault(String expected) {
    this.expected = expected;
  }

  /** ACCEPTED, HELD or REFUSED. */
  String expected() {
    return expected;
  }

  /** A name or an address that is meant for a machine and not for a person; in the hands of those who pay cash. */
  boolean isHostile() {
    return ordinal() >= NAME_FORMULA.ordinal();
  }

  /** Whether the line repeats an earlier one instead of having a person of its own. */
  boolean repeatsALine() {
    return this == DUPLICATE_IN_PAYROLL || this == DUPLICATE_IN_TWO || this == CARRY_OVER_UNFOUNDED;
  }
}
