package vn.chitra.hub.payroll;

/** The reasons for which a line is refused; the name is the reason code in the welfare database (at most 20 characters). */
public enum RefusalReason {
  COMMUNE_UNKNOWN("xã của bảng"), PERIOD_MALFORMED("kỳ của bảng"),
  AMOUNT_NOT_POSITIVE("số tiền"), MONTHS_MALFORMED("tháng hưởng"), BIRTH_DATE_MALFORMED("ngày sinh"), NAME_MALFORMED("họ tên"),
  ACCOUNT_MALFORMED("số tài khoản"), CARD_NUMBER("số tài khoản"),
  PROGRAMME_DIFFERS("chương trình"), OUTSIDE_PERIOD("tháng hưởng"),
  DECEASED("tình trạng người hưởng"), MOVED("tình trạng người hưởng"), SUSPENDED("tình trạng người hưởng"),
  STOPPED("tình trạng người hưởng"), NOT_ENTITLED("hiệu lực của chế độ"), NO_DEATH("tình trạng người hưởng"),
  NOT_CARRIED("dòng được chuyển tiếp"), AMOUNT_DIFFERS("số tiền"),
  DUPLICATE("chế độ và tháng hưởng"), MONTH_ALREADY_PAID("chế độ và tháng hưởng");

  private final String field;

  RefusalReason(String field) {
    this.field = field;
  }

  /** The field of the line that is wrong, in Vietnamese. */
  public String field() {
    return field;
  }
}
