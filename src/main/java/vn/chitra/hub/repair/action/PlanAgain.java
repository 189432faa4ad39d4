package vn.chitra.hub.repair.action;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.payout.Ledger;
import vn.chitra.hub.payout.Payments;
import vn.chitra.hub.payout.PayoutPlans;
import vn.chitra.hub.payout.Payouts;
import vn.chitra.hub.payout.Routing;
import vn.chitra.hub.payroll.AccountForm;
import vn.chitra.hub.payroll.RecheckPayout;
import vn.chitra.hub.payroll.RecheckPayout.Finding;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Ids;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;
import vn.chitra.hub.support.Word;
import vn.chitra.hub.support.Zone;

/**
 * Gives an unpaid payout a new payment, by the same channel or another, when none of its payments is active or paid. The bookings move it
 * to the new partner and do not hand it over twice. If the payroll is released, the payment may travel at once. Never after a reported
 * death, and never against the agency's current data: release and batch would cancel it again.
 */
@Component
class PlanAgain implements RepairActionHandler {

  /** The hub's own reasons of a reported death, sure or perhaps. */
  private static final Set<String> DECEASED = Set.of("DECEASED", "MAYBE_DECEASED");

  private final LockedPayouts locked;
  private final Payments payments;
  private final Payouts payouts;
  private final Ledger ledger;
  private final PayoutPlans plans;
  private final Routing routing;
  private final RecheckPayout recheck;
  private final Clock businessClock;

  PlanAgain(LockedPayouts locked, Payments payments, Payouts payouts, Ledger ledger, PayoutPlans plans, Routing routing,
      RecheckPayout recheck, Clock businessClock) {
    this.locked = locked;
    this.payments = payments;
    this.payouts = payouts;
    this.ledger = ledger;
    this.plans = plans;
    this.routing = routing;
    this.recheck = recheck;
    this.businessClock = businessClock;
  }

  @Override
  public RepairAction action() {
    return RepairAction.PLAN_AGAIN;
  }

  @Override
  public Preview look(String id, String parameter) {
    return lookAt(List.of(id), parameter).apply(id);
  }

  @Override
  public Function<String, Preview> lookAt(Collection<String> ids, String parameter) {
    Map<String, Finding> findings = ids.stream().collect(Collectors.toMap(Function.identity(),
        id -> Ids.number(id).map(payout -> recheck.of(payout, parameter)).orElse(Finding.ALLOWED)));
    return id -> look(id, parameter, findings.get(id));
  }

  private Preview look(String id, String parameter, Finding agency) {
    Optional<LockedPayout> found = locked.lock(id);
    if (found.isEmpty()) {
      return Preview.Impossible.because("Không có khoản chi số %s.", "There is no payout %s.", id);
    }
    LockedPayout payout = found.get();
    return payout.notFree().or(payout::paysTwice).or(() -> unfit(payout, parameter)).<Preview>map(Preview.Impossible::new)
        .orElseGet(() -> ready(payout, channel(payout, parameter).orElseThrow(), agency));
  }

  private static Optional<Word> unfit(LockedPayout payout, String parameter) {
    if (payout.newest().filter(payment -> payment.reasonCode() != null && DECEASED.contains(payment.reasonCode())).isPresent()) {
      return Optional.of(new Word("Đối tác báo người nhận đã mất, hoặc có thể đã mất: không chi lại.",
          "The partner reports that the payee died, or may have died: it is not paid again."));
    }
    Optional<Channel> channel = channel(payout, parameter);
    if (channel.isEmpty()) {
      return Optional.of(new Word("Cần nêu kênh: BANK, POST_CASH hoặc COMMUNE_CASH.",
          "Name the channel: BANK, POST_CASH or COMMUNE_CASH."));
    }
    return channel.get() == Channel.BANK ? unpayable(payout.account()) : Optional.empty();
  }

  private static Optional<Word> unpayable(LockedPayout.@Nullable Account account) {
    return account == null ? Optional.of(new Word("Khoản chi không có tài khoản để chuyển.", "The payout has no account to pay to."))
        : AccountForm.flaw(account.number(), account.name()).map(flaw -> Word.of("Không chuyển được vào tài khoản của khoản chi: %s.",
            "No bank can be told to pay to the account of the payout: %s.", flaw));
  }

  private Preview ready(LockedPayout payout, Channel channel, Finding agency) {
    if (channel != Channel.BANK && payout.payUntil().isBefore(LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM))) {
      return Preview.Impossible.because("Đã qua ngày chi cuối của kỳ; không lập danh sách tiền mặt nữa.",
          "The last day of payment of the period has passed; no cash list is made any more.");
    }
    Routing.Destination to = destination(payout, channel);
    if (to instanceof Routing.Destination.Held held) {
      return Preview.Impossible.because("Chưa có nơi chi: %s.", "There is no place of payment yet: %s.", held.words());
    }
    Word text = Word.of("Khoản chi %s dòng %s, %s đồng, chi lại qua %s.", "Payout %s line %s, %s dong, paid again through %s.",
        payout.payrollId(), payout.lineNo(), payout.amountVnd(), ((Routing.Destination.Partner) to).partner());
    return switch (agency.outcome()) {
      case ALLOWED -> new Preview.Possible(1, payout.amountVnd(), text);
      case OTHER_ACCOUNT -> new Preview.Possible(1, payout.amountVnd(), Word.of(
          "%s %s Cơ quan đã ghi tài khoản khác: lần chi này sẽ bị huỷ, hệ thống tự chi vào tài khoản ấy.",
          "%s %s The agency has noted another account: this payment will be cancelled, the hub pays to that account by itself.",
          text, agency.why()));
      case FORBIDDEN -> Preview.Impossible.because("Khoản chi vẫn tạm giữ. %s", "The payout stays held. %s", agency.why());
      case UNKNOWN -> Preview.Impossible.because("Khoản chi vẫn tạm giữ. %s Hãy thử lại sau.",
          "The payout stays held. %s Please try again later.", agency.why());
    };
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    LockedPayout payout = locked.lock(id).orElseThrow();
    Channel channel = channel(payout, parameter).orElseThrow();
    Routing.Destination.Partner to = (Routing.Destination.Partner) destination(payout, channel);
    if (!to.partner().equals(payout.partner())) {
      ledger.move(payout.payoutId(), to.partner());
    }
    payments.acceptReturns(payout.payoutId());
    payouts.reopen(payout.payoutId(), channel);
    int attempt = payout.nextAttempt();
    plans.addPayments(List.of(new PayoutPlans.Planned(payout.payoutId(), attempt, payout.endToEndId(attempt), to.partner(), to.folder())));
    if (payout.released()) {
      payments.release(payout.payoutId(), attempt);
    }
  }

  private Routing.Destination destination(LockedPayout payout, Channel channel) {
    return routing.of(channel, payout.bankBin(), payout.communeCode(), payout.payFrom(), payout.amountVnd());
  }

  private static Optional<Channel> channel(LockedPayout payout, String parameter) {
    String wanted = parameter.isEmpty() ? payout.channel() : parameter;
    return Arrays.stream(Channel.values()).filter(one -> one.name().equals(wanted)).findFirst();
  }
}
