package vn.chitra.hub.payout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.ChannelPolicy.Situation;
import vn.chitra.hub.payout.UnpaidPayouts.NewPayment;
import vn.chitra.hub.payout.UnpaidPayouts.Unpaid;
import vn.chitra.hub.support.EndToEndId;

/** Finds another account or a cash channel for an unpaid payout. It only decides; it changes nothing. */
@Component
class NewRoutes {

  private static final String NO_CIRCUMSTANCE = "NONE";

  private final ChannelPolicy channels;
  private final Routing routing;

  NewRoutes(ChannelPolicy channels, Routing routing) {
    this.channels = channels;
    this.routing = routing;
  }

  /** @param payments to be started, @param without why the others cannot, by payout */
  record Found(List<NewPayment> payments, Map<Long, String> without) {}

  /** To the newest account, unless a payment of the payout failed there before; those without one wait on. */
  List<NewPayment> toAccounts(List<Unpaid> payouts, Map<String, AgencyData.Account> newest) {
    List<NewPayment> payments = new ArrayList<>();
    for (Unpaid payout : payouts) {
      AgencyData.Account account = newest.get(payout.entitlementId());
      if (account != null && !payout.failed().contains(account.bankBin() + "/" + account.accountNo())) {
        payment(payout, Channel.BANK, account.bankBin(), "đã có tài khoản khác → chuyển khoản lại")
            .ifPresent(planned -> payments.add(new NewPayment(planned.payment(), Channel.BANK, account, planned.words())));
      }
    }
    return payments;
  }

  /** By the channel that the policy has for a person without an account. */
  Found toCash(List<Unpaid> payouts) {
    List<NewPayment> payments = new ArrayList<>();
    Map<Long, String> without = new LinkedHashMap<>();
    for (Unpaid payout : payouts) {
      Channel cash = channels.decide(withoutAccount(payout)).channel();
      Optional<NewPayment> payment = cash == Channel.BANK || cash == payout.channel() ? Optional.empty()
          : payment(payout, cash, "", "không chuyển khoản được → chi tiền mặt");
      payment.ifPresentOrElse(payments::add, () -> without.put(payout.payoutId(), "Không có kênh tiền mặt nào khác để chi."));
    }
    return new Found(payments, without);
  }

  private static Situation withoutAccount(Unpaid payout) {
    return new Situation(payout.programme(), !NO_CIRCUMSTANCE.equals(payout.circumstance()), payout.circumstance(), payout.noTransfer(),
        false, payout.cashPlace(), payout.payFrom(), payout.accountCutoff());
  }

  private Optional<NewPayment> payment(Unpaid payout, Channel channel, String bin, String words) {
    Routing.Destination to = routing.of(channel, bin, payout.communeCode(), payout.payFrom(), payout.amountVnd());
    if (!(to instanceof Routing.Destination.Partner at)) {
      return Optional.empty();
    }
    int attempt = payout.nextAttempt();
    return Optional.of(new NewPayment(new PayoutPlans.Planned(payout.payoutId(), attempt,
        EndToEndId.of(payout.payrollId(), payout.lineNo(), attempt), at.partner(), at.folder()), channel, null, words));
  }
}
