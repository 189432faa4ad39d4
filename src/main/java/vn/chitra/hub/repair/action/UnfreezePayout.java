package vn.chitra.hub.repair.action;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.Payments;
import vn.chitra.hub.payroll.RecheckPayout;
import vn.chitra.hub.payroll.RecheckPayout.Finding;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Ids;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;
import vn.chitra.hub.support.Word;

/**
 * Unfreezes a payment, but never while an earlier payment of the payout is paid in error: that would pay twice. Says beforehand
 * when the agency's data will cancel it.
 */
@Component
class UnfreezePayout implements RepairActionHandler {

  private final LockedPayouts locked;
  private final Payments payments;
  private final RecheckPayout recheck;

  UnfreezePayout(LockedPayouts locked, Payments payments, RecheckPayout recheck) {
    this.locked = locked;
    this.payments = payments;
    this.recheck = recheck;
  }

  @Override
  public RepairAction action() {
    return RepairAction.UNFREEZE_PAYOUT;
  }

  @Override
  public Preview look(String id, String parameter) {
    return lookAt(List.of(id), parameter).apply(id);
  }

  @Override
  public Function<String, Preview> lookAt(Collection<String> ids, String parameter) {
    Map<String, Finding> findings = ids.stream().collect(Collectors.toMap(Function.identity(),
        id -> Ids.number(id).map(payout -> recheck.of(payout, "")).orElse(Finding.ALLOWED)));
    return id -> look(id, findings.get(id));
  }

  private Preview look(String id, Finding agency) {
    Optional<LockedPayout> found = locked.lock(id).filter(payout -> payout.planning().filter(LockedPayout.Payment::frozen).isPresent());
    if (found.isEmpty()) {
      return Preview.Impossible.because("Khoản chi số %s không có lần chi nào đang bị giữ.", "Payout %s has no held payment.", id);
    }
    LockedPayout payout = found.get();
    if (payout.paysTwice().isPresent()) {
      return new Preview.Impossible(payout.paysTwice().get());
    }
    return payout.wasPaidInError() ? Preview.Impossible.because("Khoản chi đã có một lần chi nhầm; cho đi tiếp là chi hai lần.",
            "The payout was paid in error once; to let it travel would pay twice.")
        : new Preview.Possible(1, payout.amountVnd(), Word.of("Khoản chi %s dòng %s, %s đồng.%s", "Payout %s line %s, %s dong.%s",
            payout.payrollId(), payout.lineNo(), payout.amountVnd(), remark(agency)));
  }

  private static Word remark(Finding agency) {
    return switch (agency.outcome()) {
      case ALLOWED -> Word.NONE;
      case OTHER_ACCOUNT -> Word.of(" %s Lần chi sẽ bị huỷ khi kiểm tra lại, rồi hệ thống tự chi vào tài khoản mới.",
          " %s The payment will be cancelled when it is checked again; then the hub pays to the new account.", agency.why());
      case FORBIDDEN -> Word.of(" Lần chi sẽ bị huỷ khi kiểm tra lại. %s", " The payment will be cancelled when it is checked again. %s",
          agency.why());
      case UNKNOWN -> Word.of(" %s Người hưởng được kiểm tra lại trước khi gửi.",
          " %s The beneficiary is checked again before sending.", agency.why());
    };
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    payments.unfreeze(Long.parseLong(id));
  }
}
