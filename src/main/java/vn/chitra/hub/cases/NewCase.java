package vn.chitra.hub.cases;

import org.jspecify.annotations.Nullable;

/**
 * A case to be opened.
 *
 * @param subject what it is about: {@code payroll:<id>}, {@code payout:<payout_id>}, {@code batch:<batch_id>}, {@code file:<file_id>},
 * {@code partner:<id>}, {@code agency:<code>/<cause>/<case>}; together with kind, file and line it makes the case one
 * @param lineNo of the file, the first one concerned
 * @param evidence Vietnamese, no personal data
 * @param itemCount how many lines or payouts are concerned
 * @param amountVnd dong at stake, or null
 * @param cause of a held payout; null where the case stands alone
 */
public record NewCase(CaseKind kind, String subject, @Nullable String partner, @Nullable Long fileId, @Nullable Integer lineNo,
    @Nullable String field, String evidence, int itemCount, @Nullable Long amountVnd, @Nullable Cause cause) {

  /** The most characters of a subject. */
  public static final int SUBJECT_LENGTH = 80;

  /**
   * Why payouts of an agency are held: those of one cause, agency and day are one case.
   *
   * @param code at most 40 characters
   */
  public record Cause(String agency, String code) {}

  public static NewCase about(CaseKind kind, String subject, String evidence) {
    return new NewCase(kind, subject, null, null, null, null, evidence, 1, null, null);
  }

  public NewCase atPartner(String id) {
    return new NewCase(kind, subject, id, fileId, lineNo, field, evidence, itemCount, amountVnd, cause);
  }

  public NewCase inFile(long file, @Nullable Integer line, @Nullable String fieldName) {
    return new NewCase(kind, subject, partner, file, line, fieldName, evidence, itemCount, amountVnd, cause);
  }

  public NewCase over(int items, @Nullable Long dong) {
    return new NewCase(kind, subject, partner, fileId, lineNo, field, evidence, items, dong, cause);
  }

  /** A payout held for a cause that may hold others of the agency, too. */
  public NewCase heldFor(String agency, String code) {
    return new NewCase(kind, subject, partner, fileId, lineNo, field, evidence, itemCount, amountVnd, new Cause(agency, code));
  }
}
