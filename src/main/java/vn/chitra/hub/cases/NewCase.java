package vn.chitra.hub.cases;

import org.jspecify.annotations.Nullable;

/**
 * A case to be opened.
 *
 * @param subject what it is about: {@code payroll:<id>}, {@code payout:<payout_id>}, {@code batch:<batch_id>}, {@code file:<file_id>},
 * {@code partner:<id>}; together with kind, file and line it makes the case one
 * @param lineNo of the file, the first one concerned
 * @param evidence Vietnamese, no personal data
 * @param itemCount how many lines or payouts are concerned
 * @param amountVnd dong at stake, or null
 */
public record NewCase(CaseKind kind, String subject, @Nullable String partner, @Nullable Long fileId, @Nullable Integer lineNo,
    @Nullable String field, String evidence, int itemCount, @Nullable Long amountVnd) {

  public static NewCase about(CaseKind kind, String subject, String evidence) {
    return new NewCase(kind, subject, null, null, null, null, evidence, 1, null);
  }

  public NewCase atPartner(String id) {
    return new NewCase(kind, subject, id, fileId, lineNo, field, evidence, itemCount, amountVnd);
  }

  public NewCase inFile(long file, @Nullable Integer line, @Nullable String fieldName) {
    return new NewCase(kind, subject, partner, file, line, fieldName, evidence, itemCount, amountVnd);
  }

  public NewCase over(int items, @Nullable Long dong) {
    return new NewCase(kind, subject, partner, fileId, lineNo, field, evidence, items, dong);
  }
}
