package vn.chitra.hub.channel.iso20022;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.channel.iso20022.StatusReport.Level;
import vn.chitra.hub.channel.iso20022.StatusReport.Reason;
import vn.chitra.hub.payout.ReportedState;

/** The contract's rules for reading a pain.002: the nearest level wins, and of several reasons the most careful one. */
final class StatusRules {

  static final String REJECTED = "RJCT";
  private static final String CANCELLED = "CANC";
  /** A reason that only announces a text. */
  private static final String NARRATIVE = "NARR";

  private final IsoParseRules rules;
  private final String version;

  /** @param version of the pain.002: some prove no payment */
  StatusRules(IsoParseRules rules, String version) {
    this.rules = rules;
    this.version = version;
  }

  /** @param code of the reason, else the status */
  record OfPayment(ReportedState reported, String code, @Nullable String text, @Nullable CaseKind attention) {}

  /**
   * Null where the transaction has no status of its own beside that of the whole file. Under a settled file it is treated like the unlisted
   * ones.
   */
  @Nullable OfPayment ofTransaction(Level own, Level file) {
    String status = own.status() == null ? file.status() : own.status();
    boolean reasonAlone = own.status() == null && status != null && isInProgress(status);
    if ((isSettled(status) || reasonAlone) && namesAReason(own)) {
      return new OfPayment(ReportedState.UNKNOWN, firstReason(own), firstText(own.reasons()), CaseKind.STATUS_CONTRADICTS);
    }
    if (own.status() == null && (REJECTED.equals(status) || isSettled(status)) || repeatsRefusal(own, file)) {
      return null;
    }
    if (status == null) {
      return new OfPayment(ReportedState.UNKNOWN, "?", firstText(own.reasons()), CaseKind.CODE_UNKNOWN);
    }
    if (REJECTED.equals(status)) {
      return ofRejection(own.reasons());
    }
    return ofStatus(status, firstText(own.reasons()));
  }

  /** Whether the status means that the creditor has the money, in a version of the message that can state it. */
  boolean isSettled(@Nullable String status) {
    return status != null && ofStatus(status, null).reported() == ReportedState.PAID;
  }

  /** Whether the status of a level, or of a listed transaction, may mean that a payment is unpaid although the file is settled. */
  boolean doubtsSettlement(Level level) {
    if (namesAReason(level)) {
      return true;
    }
    return level.status() != null && !isSettled(level.status()) && (REJECTED.equals(level.status()) || !isInProgress(level.status()));
  }

  private boolean isInProgress(String status) {
    OfPayment each = ofStatus(status, null);
    return each.reported() == ReportedState.ACCEPTED && each.attention() == null;
  }

  private boolean namesAReason(Level level) {
    return level.reasons().stream().map(Reason::code)
        .anyMatch(code -> code != null && !code.equals(NARRATIVE) && rules.isKnown(code));
  }

  private static String firstReason(Level level) {
    return level.reasons().stream().map(Reason::code).filter(Objects::nonNull).findFirst().orElseThrow();
  }

  /**
   * A refused file is no outcome of its payments, even where the bank lists each of them as refused with it. Nor is a file without its funds,
   * or one that was sent twice, where the transaction names no other reason than the file.
   */
  private boolean repeatsRefusal(Level own, Level file) {
    return REJECTED.equals(own.status()) && REJECTED.equals(file.status())
        && (onlyNames(own, rules.fileRefused()) || repeats(own, file, rules.waitingFunds())
            || repeats(own, file, rules.duplicateStands()));
  }

  private static boolean repeats(Level own, Level file, Set<String> reasons) {
    return !file.reasons().isEmpty() && onlyNames(file, reasons) && onlyNames(own, reasons);
  }

  private static boolean onlyNames(Level level, Set<String> reasons) {
    return level.reasons().stream().map(Reason::code).allMatch(code -> code != null && reasons.contains(code));
  }

  /** The status of the file: that of the payment information, or where it has none that of the group. */
  Level nearest(Level block, Level group) {
    if (block.status() == null) {
      return group;
    }
    boolean silent = block.reasons().isEmpty() && REJECTED.equals(block.status()) && REJECTED.equals(group.status());
    return silent ? new Level(block.status(), group.reasons()) : block;
  }

  /** @param contradicted whether the report lists a payment that is not rejected, which a refused file cannot have */
  IsoOutcome ofFile(String msgId, Level level, boolean contradicted) {
    String status = level.status();
    if (status == null) {
      return new IsoOutcome.OnlyListed(msgId);
    }
    if (REJECTED.equals(status)) {
      return ofFileRejection(msgId, level, contradicted);
    }
    if (rules.onlyRejectedListed().contains(status)) {
      return new IsoOutcome.AcceptUnlisted(msgId, status, false);
    }
    OfPayment each = ofStatus(status, null);
    return switch (each.reported()) {
      case PAID -> new IsoOutcome.PayUnlisted(msgId, status);
      case ACCEPTED -> new IsoOutcome.AcceptUnlisted(msgId, status, each.attention() != null);
      default -> new IsoOutcome.GroupOther(msgId, status, firstCode(level), "Trạng thái %s của cả tệp cần người xem".formatted(status));
    };
  }

  /** Several payment informations of one file: they must agree. */
  static IsoOutcome together(String msgId, List<IsoOutcome> outcomes) {
    List<IsoOutcome> distinct = outcomes.stream().distinct().toList();
    if (distinct.size() == 1) {
      return distinct.get(0);
    }
    boolean held = distinct.stream().allMatch(one -> one instanceof IsoOutcome.AcceptUnlisted || one instanceof IsoOutcome.PayUnlisted);
    if (held) {
      boolean attention = distinct.stream().anyMatch(one -> one instanceof IsoOutcome.AcceptUnlisted accept && accept.attention());
      return new IsoOutcome.AcceptUnlisted(msgId, "PART", attention);
    }
    return new IsoOutcome.GroupOther(msgId, "?", null, "Các khối thanh toán của một tệp nói khác nhau");
  }

  private OfPayment ofStatus(String status, @Nullable String text) {
    if (rules.paidOn().contains(status)) {
      boolean proves = !rules.finalOnlyByCamt().contains(version);
      return new OfPayment(proves ? ReportedState.PAID : ReportedState.ACCEPTED, status, text, proves ? null : CaseKind.CODE_UNKNOWN);
    }
    if (rules.accepted().contains(status)) {
      return new OfPayment(ReportedState.ACCEPTED, status, text, null);
    }
    if (rules.acceptedWithCase().contains(status)) {
      return new OfPayment(ReportedState.ACCEPTED, status, text, CaseKind.OUTCOME_UNKNOWN);
    }
    CaseKind attention = CANCELLED.equals(status) ? CaseKind.OUTCOME_UNKNOWN : CaseKind.CODE_UNKNOWN;
    return new OfPayment(ReportedState.UNKNOWN, IsoValues.code(status), text, attention);
  }

  private OfPayment ofRejection(List<Reason> reasons) {
    String text = firstText(reasons);
    List<String> codes = reasons.stream().map(Reason::code).filter(Objects::nonNull).toList();
    for (String code : codes) {
      if (rules.heldForFunds().contains(code)) {
        return new OfPayment(ReportedState.ACCEPTED, code, text, CaseKind.FUNDS_SHORT_FOR_PAYMENT);
      }
      if (rules.lookAlike().contains(code)) {
        return new OfPayment(ReportedState.ACCEPTED, code, text, CaseKind.OUTCOME_UNKNOWN);
      }
    }
    for (String code : codes) {
      if (!rules.isKnown(code)) {
        return new OfPayment(ReportedState.UNKNOWN, IsoValues.code(code), text, CaseKind.CODE_UNKNOWN);
      }
    }
    for (String code : codes) {
      if (rules.deceased().contains(code)) {
        return new OfPayment(ReportedState.REJECTED, code, text, CaseKind.PAYEE_DECEASED);
      }
    }
    return codes.isEmpty()
        ? new OfPayment(ReportedState.UNKNOWN, REJECTED, text, CaseKind.CODE_UNKNOWN)
        : new OfPayment(ReportedState.REJECTED, codes.get(0), text, null);
  }

  private IsoOutcome ofFileRejection(String msgId, Level level, boolean contradicted) {
    List<String> codes = new ArrayList<>();
    level.reasons().forEach(reason -> codes.add(Objects.requireNonNullElse(reason.code(), "")));
    String text = firstText(level.reasons());
    if (allIn(codes, rules.duplicateStands())) {
      return new IsoOutcome.DuplicateStands(msgId, codes.get(0));
    }
    boolean wrong = allIn(codes, rules.fileRefused());
    boolean unfunded = allIn(codes, rules.waitingFunds());
    if (contradicted && (wrong || unfunded)) {
      return new IsoOutcome.GroupOther(msgId, REJECTED, codes.get(0), "Từ chối cả tệp nhưng vẫn nêu lệnh chưa bị từ chối");
    }
    if (wrong) {
      return new IsoOutcome.GroupRefused(msgId, codes.get(0), text);
    }
    return unfunded
        ? new IsoOutcome.GroupWaitingFunds(msgId, codes.get(0), text)
        : new IsoOutcome.GroupOther(msgId, REJECTED, firstCode(level), "Từ chối cả tệp với lý do cần người xem");
  }

  private static boolean allIn(List<String> codes, Set<String> known) {
    return !codes.isEmpty() && known.containsAll(codes);
  }

  private static @Nullable String firstCode(Level level) {
    return level.reasons().isEmpty() ? null : level.reasons().get(0).code();
  }

  private static @Nullable String firstText(List<Reason> reasons) {
    return reasons.stream().map(Reason::text).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
