package vn.chitra.hub.reconciliation.report;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The head of a printed report as Nghị định 30/2020/NĐ-CP, Phụ lục I, prescribes it: the country's name and motto, the authority and the
 * agency that issues, the number, place and date. A part that is not set is a dotted line to be filled in by hand.
 */
record Letterhead(String authority, String agency, String place) {

  static final String COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
  static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";
  static final String NUMBER = "Số: ……/BC-……";

  private static final String BLANK = "…………………………";
  private static final int TWO_DIGITS_TO_DAY = 10;
  private static final int TWO_DIGITS_TO_MONTH = 3;

  static Letterhead of(@Nullable String authority, @Nullable String agency, @Nullable String place) {
    return new Letterhead(orBlank(authority).toUpperCase(Locale.ROOT), orBlank(agency).toUpperCase(Locale.ROOT), orBlank(place));
  }

  public String country() {
    return COUNTRY;
  }

  public String motto() {
    return MOTTO;
  }

  public String number() {
    return NUMBER;
  }

  /** {@code Phú Thọ, ngày 09 tháng 02 năm 2026}: days below 10 and the first two months have two digits. */
  String date(LocalDate day) {
    return place + ", ngày " + (day.getDayOfMonth() < TWO_DIGITS_TO_DAY ? "0" : "") + day.getDayOfMonth() + " tháng "
        + (day.getMonthValue() < TWO_DIGITS_TO_MONTH ? "0" : "") + day.getMonthValue() + " năm " + day.getYear();
  }

  private static String orBlank(@Nullable String text) {
    return text == null || text.isBlank() ? BLANK : text.strip();
  }
}
