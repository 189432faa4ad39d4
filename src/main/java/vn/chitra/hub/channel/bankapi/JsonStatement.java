package vn.chitra.hub.channel.bankapi;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.chitra.hub.channel.bankfile.PartnerText;
import vn.chitra.hub.reconciliation.statement.Statement;
import vn.chitra.hub.reconciliation.statement.Statement.Entry;
import vn.chitra.hub.reconciliation.statement.Statement.Side;

/**
 * Parses the bytes of a statement of a bank's API (contract §4.9). A statement that is incomplete or does not add up is refused as a whole.
 */
public final class JsonStatement {

  private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Za-z]{1,24}");
  private static final Pattern SIDE = Pattern.compile("[DC]");
  private static final Pattern REFERENCE = Pattern.compile("(?s)[BFRNPX].*");
  private static final Pattern ANY_TEXT = Pattern.compile("(?s).{0,10000}");
  private static final int MOST_NUMBER_DIGITS = 9;

  private JsonStatement() {}

  /**
   * Parses a statement that was accepted on arrival.
   *
   * @throws IOException when the bytes cannot be read
   * @throws IllegalArgumentException when they are no whole statement
   */
  public static Statement read(Path bytes) throws IOException {
    try {
      return parse(bytes);
    } catch (ApiParseException e) {
      throw new IllegalArgumentException("no whole statement: " + e.parsed(), e);
    }
  }

  static Statement parse(Path bytes) throws IOException, ApiParseException {
    Json stated = Json.read(bytes);
    stated.demandDong();
    LocalDate date = stated.day("date");
    stated.demand(date != null, "date", "Thiếu ngày");
    List<Entry> entries = new ArrayList<>();
    BigInteger moved = BigInteger.ZERO;
    for (Json one : stated.list("entries")) {
      Entry entry = entry(one);
      entries.add(entry);
      BigInteger amount = BigInteger.valueOf(entry.amountVnd());
      moved = entry.side() == Side.CREDIT ? moved.add(amount) : moved.subtract(amount);
    }
    long opening = stated.balance("opening");
    long closing = stated.balance("closing");
    stated.demand(BigInteger.valueOf(opening).add(moved).equals(BigInteger.valueOf(closing)), "closing",
        "Số dư đầu và các phát sinh không ra số dư cuối");
    return new Statement(stated.text("account", ACCOUNT), date, opening, closing, entries);
  }

  private static Entry entry(Json one) throws ApiParseException {
    one.demandDong();
    String reference = PartnerText.reference(one.text("reference", ANY_TEXT));
    one.demand(reference != null && REFERENCE.matcher(reference).matches(), "reference", "Thiếu, hoặc giá trị không đúng dạng");
    String bankRef = one.optional("bankRef", ANY_TEXT);
    String text = one.optional("text", ANY_TEXT);
    return new Entry((int) one.whole("no", MOST_NUMBER_DIGITS), one.text("side", SIDE).equals("D") ? Side.DEBIT : Side.CREDIT,
        one.amount("amount"), Objects.requireNonNull(reference), bankRef == null ? null : PartnerText.reference(bankRef),
        text == null ? null : PartnerText.of(text));
  }
}
