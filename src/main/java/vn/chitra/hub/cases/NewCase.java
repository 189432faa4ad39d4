package vn.chitra.hub.cases;

import org.jspecify.annotations.Nullable;

/**
 * A case about to be opened.
 *
 * @param subject what it is about: {@code payroll:<id>}, {@code payout:<payout_id>}, {@code batch:<batch_id>}, {@code file:<file_id>},
 *     {@code partner:<id>}; together with kind, file and line it makes the case one
 * @param evidence Vietnamese, no personal data
 * @param amountVnd dong at stake, or null
 */
public record NewCase(CaseKind kind, String subject, @Nullable String partner, @Nullable Long fileId, @Nullable Integer lineNo,
    @Nullable String field, String evidence, @Nullable Long amountVnd) {

  public static NewCase about(CaseKind kind, String subject, String evidence) {
    return new NewCase(kind, subject, null, null, null, null, evidence, null);
  }

  public NewCase atPartner(String id) {
    return new NewCase(kind, subject, id, fileId, lineNo, field, evidence, amountVnd);
  }

  public NewCase inFile(long file, @Nullable Integer line, @Nullable String fieldName) {
    return new NewCase(kind, subject, partner, file, line, fieldName, evidence, amountVnd);
  }

  public NewCase over(long dong) {
    return new NewCase(kind, subject, partner, fileId, lineNo, field, evidence, dong);
  }
}
