package vn.chitra.hub.channel.iso20022;

import org.jspecify.annotations.Nullable;
import vn.chitra.hub.cases.CaseKind;

/**
 * A notice in a file that belongs to no payment and needs a person.
 *
 * @param no ordinal of the transaction in the file, from 1; 0 = the file as a whole
 * @param evidence a Vietnamese sentence without personal data
 * @param amountVnd dong at stake, or null
 */
public record IsoNotice(CaseKind kind, int no, @Nullable String field, String evidence, @Nullable Long amountVnd) {}
