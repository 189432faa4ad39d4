package vn.chitra.hub.channel.cash;

import org.jspecify.annotations.Nullable;
import vn.chitra.hub.payout.ReportedState;

/**
 * The reason for an unpaid row of a cash report.
 *
 * @param reported what it means for an unpaid row once the list is closed
 * @param code by which the partner's code table is asked, null where no reason is given
 * @param text in the partner's own words, null where there are none beside a single code
 */
public record StatedReason(Kind kind, ReportedState reported, @Nullable String code, @Nullable String text) {

  /** The code of a reason given in words, and of several reasons: a person decides. */
  public static final String TEXT = "TEXT";

  /** The code where a death is one reason among others or stated in words only: a person decides, no payment starts. */
  public static final String MAYBE_DECEASED = "MAYBE_DECEASED";

  /** The code of a row that says that money was handed over and why it was not. */
  public static final String PAID_AND_REASON = "PAID_AND_REASON";

  public enum Kind {
    NONE,
    /** One code, perhaps followed by words; not that of a death. */
    ONE,
    /** The code of a death, perhaps followed by words. */
    DECEASED,
    /** Several codes, a death not among them. */
    SEVERAL,
    /** Several codes, some of which are not in the mapping. */
    UNKNOWN,
    MAYBE_DECEASED,
    /** No code. */
    WORDS
  }

  /** The code of a row that is marked as paid: a reason for not paying contradicts it, a remark does not, a death is reported. */
  public @Nullable String codeBesidePaid() {
    return kind == Kind.ONE || kind == Kind.SEVERAL || kind == Kind.UNKNOWN ? PAID_AND_REASON : code;
  }
}
