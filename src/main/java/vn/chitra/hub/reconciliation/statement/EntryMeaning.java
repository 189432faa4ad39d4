package vn.chitra.hub.reconciliation.statement;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.reconciliation.statement.Statement.Entry;
import vn.chitra.hub.reconciliation.statement.Statement.Side;
import vn.chitra.hub.support.EndToEndId;

/**
 * The meaning of an entry by its side and reference (contract §1.4), without a look into the database.
 *
 * @param seq of {@link EntryKind#FILE}: which of our files
 * @param endToEndId of {@link EntryKind#RETURN}: which payment; null when the reference has not the form of an id
 */
public record EntryMeaning(EntryKind kind, @Nullable Integer seq, @Nullable String endToEndId) {

  private static final Pattern FILE = Pattern.compile("F(\\d{1,9})|B[A-Z0-9]{1,8}-(\\d{6})");
  private static final EntryMeaning OTHER = new EntryMeaning(EntryKind.OTHER, null, null);

  /** Never throws: an unknown entry is {@link EntryKind#OTHER}. */
  public static EntryMeaning of(Entry entry) {
    return entry.side() == Side.DEBIT ? ofDebit(entry.reference()) : ofCredit(entry);
  }

  private static EntryMeaning ofDebit(String reference) {
    Matcher file = FILE.matcher(reference);
    if (file.matches()) {
      return new EntryMeaning(EntryKind.FILE, Integer.valueOf(file.group(1) == null ? file.group(2) : file.group(1)), null);
    }
    return reference.startsWith("P") ? new EntryMeaning(EntryKind.FEE, null, null) : OTHER;
  }

  private static EntryMeaning ofCredit(Entry entry) {
    if (entry.unstated()) {
      return new EntryMeaning(EntryKind.CREDIT, null, null);
    }
    String reference = entry.reference();
    if (reference.startsWith("R")) {
      String id = reference.substring(1);
      return new EntryMeaning(EntryKind.RETURN, null, EndToEndId.isValid(id) ? id : null);
    }
    boolean funding = reference.startsWith("N") && !EndToEndId.isValid(reference.substring(1));
    return funding ? new EntryMeaning(EntryKind.FUNDING, null, null) : OTHER;
  }
}
