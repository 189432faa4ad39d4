package vn.chitra.hub.channel.iso20022;

import org.jspecify.annotations.Nullable;

/**
 * The meaning of a pain.002 for our file and for the payments that it does not list. The {@code MsgId} identifies our file, so it counts as
 * "our hash". Listed payments are delivered separately, as {@link IsoLine}.
 */
public sealed interface IsoOutcome {

  String orgnlMsgId();

  /** The file is wrong: its batch is REFUSED, its payments go back to PLANNED. */
  record GroupRefused(String orgnlMsgId, String reasonCode, @Nullable String text) implements IsoOutcome {}

  /** Nothing was booked because funds are missing: WAITING_FUNDS, later the same name, seq and bytes again. */
  record GroupWaitingFunds(String orgnlMsgId, String reasonCode, @Nullable String text) implements IsoOutcome {}

  /** The bank already holds this file, and the first delivery is valid: nothing changes, and the bank is proven to hold it. */
  record DuplicateStands(String orgnlMsgId, String reasonCode) implements IsoOutcome {}

  /**
   * The bank holds the file; payments that the report does not list are ACCEPTED (never PAID).
   *
   * @param attention whether a person must look as well (BLCK)
   */
  record AcceptUnlisted(String orgnlMsgId, String status, boolean attention) implements IsoOutcome {}

  /** Payments that the report does not list are PAID, by a status that the profile counts as paid. */
  record PayUnlisted(String orgnlMsgId, String status) implements IsoOutcome {}

  /**
   * The bank holds the file, and the report contains a contradiction (all payments settled beside a sign that some are not, a reason
   * without a status): payments that it does not list are ACCEPTED, and a person decides.
   *
   * @param evidence what contradicts it, Vietnamese
   */
  record AcceptedInDoubt(String orgnlMsgId, String status, String evidence) implements IsoOutcome {}

  /** Nothing moves; a case is opened. */
  record GroupOther(String orgnlMsgId, String status, @Nullable String reasonCode, String evidence) implements IsoOutcome {}

  /** The report states nothing about payments that it does not list. */
  record OnlyListed(String orgnlMsgId) implements IsoOutcome {}
}
