package vn.chitra.hub.partner;

import org.jspecify.annotations.Nullable;

/**
 * The meaning of one code of a partner: a row of {@code mappings/codes/<table>.csv}.
 *
 * @param code the partner's own, empty for the row that applies without a code
 * @param reported the hub's word, a constant of {@code payout.ReportedState}
 * @param caseKind a constant of {@code cases.CaseKind} when a person must decide, else null
 * @param reasonCode the hub's own reason, at most 20 characters, null at success
 * @param meaning a Vietnamese sentence
 */
public record PartnerCode(String code, String reported, @Nullable String caseKind, @Nullable String reasonCode, String meaning) {}
