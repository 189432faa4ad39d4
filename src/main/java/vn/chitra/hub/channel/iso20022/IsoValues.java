package vn.chitra.hub.channel.iso20022;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.iso20022.StatusReport.Reason;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.support.NameFolding;

/** Reads the data types that several messages share; each method leaves the cursor at the end of its element. */
final class IsoValues {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String CURRENCY = "VND";
  /** A decimal of XML without a fraction of a dong; neither sign nor grouping. */
  private static final Pattern DONG = Pattern.compile("0*(\\d{1,15})(?:\\.0{0,5})?");
  private static final Pattern LONG_DIGITS = Pattern.compile("\\d{6,}");
  private static final int MAX_CODE = 20;
  private static final int MAX_ID = 35;
  private static final int MAX_REFERENCE = 140;
  private static final int MAX_COUNT_DIGITS = 9;
  private static final int MAX_REASON_TEXT = 500;

  private IsoValues() {}

  /** Dong of an amount element with its currency. */
  static long amount(XmlCursor at) throws IOException, NotIsoException {
    String field = at.name();
    String currency = at.attribute("Ccy");
    int line = at.line();
    if (!CURRENCY.equals(currency)) {
      throw new NotIsoException(Problem.MALFORMED, line, field + "@Ccy", "Đồng tiền không phải VND");
    }
    Matcher dong = DONG.matcher(at.text());
    if (!dong.matches()) {
      throw new NotIsoException(Problem.MALFORMED, line, field, "Số tiền không phải số đồng nguyên");
    }
    return Long.parseLong(dong.group(1));
  }

  /** Dong of an amount that need not be understood: null in another currency or with a fraction of a dong. */
  static @Nullable Long dongOrNull(XmlCursor at) throws IOException, NotIsoException {
    boolean ours = CURRENCY.equals(at.attribute("Ccy"));
    Matcher dong = DONG.matcher(at.text());
    return ours && dong.matches() ? Long.valueOf(dong.group(1)) : null;
  }

  static boolean isCredit(XmlCursor at) throws IOException, NotIsoException {
    String field = at.name();
    String stated = at.text();
    return switch (stated) {
      case "CRDT" -> true;
      case "DBIT" -> false;
      default -> throw at.refused(Problem.MALFORMED, field, "Không rõ ghi nợ hay ghi có");
    };
  }

  static boolean indicator(XmlCursor at) throws IOException, NotIsoException {
    String field = at.name();
    String stated = at.text();
    return switch (stated) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw at.refused(Problem.MALFORMED, field, "Giá trị phải là true hoặc false");
    };
  }

  static int count(XmlCursor at) throws IOException, NotIsoException {
    String field = at.name();
    String stated = at.text();
    if (stated.isEmpty() || stated.length() > MAX_COUNT_DIGITS || !stated.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw at.refused(Problem.MALFORMED, field, "Số lượng không đọc được");
    }
    return Integer.parseInt(stated);
  }

  /** The day in Viet Nam of an element that is a choice of {@code Dt} and {@code DtTm}, or such a value itself. */
  static LocalDate choiceOfDay(XmlCursor at) throws IOException, NotIsoException {
    LocalDate day = null;
    String field = at.name();
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Dt", "DtTm" -> day = day(at);
        default -> at.skip();
      }
    }
    if (day == null) {
      throw at.refused(Problem.MALFORMED, field, "Thiếu ngày");
    }
    return day;
  }

  /** A point in time; without a zone it is Vietnam time. */
  record Moment(Instant instant) {

    LocalDate day() {
      return LocalDate.ofInstant(instant, ZONE);
    }
  }

  static LocalDate day(XmlCursor at) throws IOException, NotIsoException {
    return moment(at).day();
  }

  /** A date without a time means the beginning of the day. */
  static Moment moment(XmlCursor at) throws IOException, NotIsoException {
    String field = at.name();
    String stated = at.text();
    if (stated.startsWith("+") || stated.startsWith("-")) {   // a year of more than four digits, or before our era
      throw at.refused(Problem.MALFORMED, field, "Ngày không đọc được");
    }
    try {
      if (stated.indexOf('T') < 0) {
        return new Moment(LocalDate.parse(stated, DateTimeFormatter.ISO_DATE).atStartOfDay(ZONE).toInstant());
      }
      TemporalAccessor moment = DateTimeFormatter.ISO_DATE_TIME.parseBest(stated, OffsetDateTime::from, LocalDateTime::from);
      return new Moment(moment instanceof OffsetDateTime exact ? exact.toInstant() : ((LocalDateTime) moment).atZone(ZONE).toInstant());
    } catch (DateTimeException e) {
      throw at.refused(Problem.MALFORMED, field, "Ngày không đọc được");
    }
  }

  /** {@code Cd} or {@code Prtry} inside; null where there is neither. */
  static @Nullable String choiceOfCode(XmlCursor at) throws IOException, NotIsoException {
    String code = null;
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Cd", "Prtry" -> code = at.text();
        default -> at.skip();
      }
    }
    return code == null || code.isEmpty() ? null : code;
  }

  /** An identification, at most as long as the standard lets it be. */
  static String id(XmlCursor at) throws IOException, NotIsoException {
    String field = at.name();
    String stated = at.text();
    if (stated.length() > MAX_ID) {
      throw at.refused(Problem.MALFORMED, field, "Mã dài quá %d ký tự".formatted(MAX_ID));
    }
    return stated;
  }

  /** The bank's own reference: its first 140 characters, whatever its length. */
  static String reference(XmlCursor at) throws IOException, NotIsoException {
    String stated = at.text();
    return stated.substring(0, Math.min(stated.length(), MAX_REFERENCE));
  }

  /** Reads {@code StsRsnInf} and {@code RtrInf}: the reason and the bank's text. */
  static Reason reason(XmlCursor at) throws IOException, NotIsoException {
    String code = null;
    StringBuilder text = new StringBuilder();
    for (String child = at.nextChild(); child != null; child = at.nextChild()) {
      switch (child) {
        case "Rsn" -> code = choiceOfCode(at);
        case "AddtlInf" -> append(text, at.text());
        default -> at.skip();
      }
    }
    return new Reason(code, text.length() == 0 ? null : masked(text.toString()));
  }

  /** The bank's text in NFC, with possible account and personal numbers masked. */
  static String masked(String text) {
    String whole = NameFolding.nfc(text);
    String words = whole.length() <= MAX_REASON_TEXT ? whole : whole.substring(0, MAX_REASON_TEXT);
    return LONG_DIGITS.matcher(words).replaceAll(digits -> "*".repeat(digits.group().length()));
  }

  /** At most as long as the statuses keep it. */
  static String code(String stated) {
    return stated.length() <= MAX_CODE ? stated : stated.substring(0, MAX_CODE);
  }

  private static void append(StringBuilder text, String more) {
    if (!more.isEmpty() && text.length() + more.length() < MAX_REASON_TEXT) {
      text.append(text.length() == 0 ? "" : "; ").append(more);
    }
  }
}
