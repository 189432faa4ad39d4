package vn.chitra.hub.payroll;

import vn.chitra.hub.support.Word;

/** The reasons for which a line is refused; the name is the reason code in the welfare database (at most 20 characters). */
public enum RefusalReason {
  COMMUNE_UNKNOWN("xã của bảng", "commune of the payroll"),
  PERIOD_MALFORMED("kỳ của bảng", "period of the payroll"),
  AMOUNT_NOT_POSITIVE("số tiền", "amount"),
  MONTHS_MALFORMED("tháng hưởng", "months"),
  BIRTH_DATE_MALFORMED("ngày sinh", "date of birth"),
  NAME_MALFORMED("họ tên", "name"),
  ACCOUNT_MALFORMED("số tài khoản", "account number"),
  CARD_NUMBER("số tài khoản", "account number"),
  PROGRAMME_DIFFERS("chương trình", "programme"),
  OUTSIDE_PERIOD("tháng hưởng", "months"),
  DECEASED("tình trạng người hưởng", "state of the beneficiary"),
  MOVED("tình trạng người hưởng", "state of the beneficiary"),
  SUSPENDED("tình trạng người hưởng", "state of the beneficiary"),
  STOPPED("tình trạng người hưởng", "state of the beneficiary"),
  NOT_ENTITLED("hiệu lực của chế độ", "validity of the entitlement"),
  NO_DEATH("tình trạng người hưởng", "state of the beneficiary"),
  NOT_CARRIED("dòng được chuyển tiếp", "line that is carried over"),
  AMOUNT_DIFFERS("số tiền", "amount"),
  DUPLICATE("chế độ và tháng hưởng", "entitlement and months"),
  MONTH_ALREADY_PAID("chế độ và tháng hưởng", "entitlement and months");

  private final Word field;

  RefusalReason(String vietnamese, String english) {
    this.field = new Word(vietnamese, english);
  }

  /** The field of the line that is wrong. */
  public Word field() {
    return field;
  }
}
