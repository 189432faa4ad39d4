package vn.chitra.hub.account.name;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.account.name.NameChecks.Account;
import vn.chitra.hub.account.name.NameChecks.Checked;
import vn.chitra.hub.account.name.NameChecks.InVain;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.partner.PartnerProfile;

/**
 * Compares the holder's name with the payee's and with the name that is sent with the account: the payment is allowed, or it is frozen with
 * a case in the same commit. The case says which of the two differs and contains no name.
 */
@Component
public class JudgeNames {

  private final NameChecks checks;
  private final Cases cases;
  private final Clock businessClock;

  JudgeNames(NameChecks checks, Cases cases, Clock businessClock) {
    this.checks = checks;
    this.cases = cases;
    this.businessClock = businessClock;
  }

  @Transactional(readOnly = true)
  public List<Account> unknown(PartnerProfile partner, int most) {
    return checks.unknown(partner.id(), partner.apiTerms().nameCheckBins(), youngEnough(partner), businessClock.instant(), most);
  }

  /** How many waiting payments could be judged, up to so many. */
  @Transactional(readOnly = true)
  public int known(PartnerProfile partner, int most) {
    return checks.known(partner.id(), partner.apiTerms().nameCheckBins(), youngEnough(partner), most).size();
  }

  @Transactional
  public void keep(PartnerProfile partner, Map<Account, AccountHolder> holders, Collection<InVain> inVain) {
    checks.keep(partner.id(), holders, businessClock.instant());
    checks.retry(partner.id(), inVain, businessClock.instant());
  }

  @Transactional
  public void settle(PartnerProfile partner, int most) {
    List<Checked> payments = checks.lock(partner.id(), partner.apiTerms().nameCheckBins(), youngEnough(partner), most);
    List<Checked> odd = payments.stream().filter(payment -> !payment.fits()).toList();
    checks.settle(payments.stream().map(Checked::paymentId).toList(), odd.stream().map(Checked::paymentId).toList(),
        businessClock.instant());
    cases.openAll(odd.stream().map(payment -> NewCase.about(CaseKind.NAME_MISMATCH, "payout:" + payment.payoutId(),
        "Mã chi trả " + payment.endToEndId() + ": " + why(payment) + "; chưa gửi lệnh.").atPartner(partner.id())
        .over(1, payment.amountVnd())).toList());
  }

  private Instant youngEnough(PartnerProfile partner) {
    return businessClock.instant().minus(partner.apiTerms().nameGoodFor());
  }

  private static String why(Checked payment) {
    AccountHolder holder = payment.holder();
    return switch (holder.accountStatus()) {
      case OPEN -> "ngân hàng báo tên chủ tài khoản khác " + (holder.fits(payment.sent()) ? "tên người nhận trong bảng"
          : holder.fits(payment.payee()) ? "tên đã đăng ký cho tài khoản" : "cả tên người nhận trong bảng và tên đã đăng ký cho tài khoản");
      case CLOSED -> "ngân hàng báo tài khoản đã đóng";
      case BLOCKED -> "ngân hàng báo tài khoản bị phong toả";
      case UNKNOWN -> "ngân hàng báo không có tài khoản này";
    };
  }
}
