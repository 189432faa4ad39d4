package vn.chitra.hub.payroll;

/** The warnings about a line that is paid, for the agency to check; they are counted in the receipt's message. */
public enum Warning {
  PERSONAL_NO_FORM("số định danh không đủ 12 chữ số"),
  PERSONAL_NO_AT_ODDS("số định danh không khớp giới tính hoặc năm sinh"),
  PERSON_COMMUNE_UNKNOWN("mã xã của người hưởng không có hiệu lực"),
  PERSON_COMMUNE_DIFFERS("xã của người hưởng khác xã của bảng"),
  AMOUNT_UNUSUAL("số tiền hằng tháng trên 30.000.000 đồng");

  private final String spoken;

  Warning(String spoken) {
    this.spoken = spoken;
  }

  /** Vietnamese, for the receipt. */
  public String spoken() {
    return spoken;
  }
}
