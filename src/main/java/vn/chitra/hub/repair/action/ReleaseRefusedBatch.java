package vn.chitra.hub.repair.action;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.Payments;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Ids;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;
import vn.chitra.hub.support.Word;

/** Releases the payments of a refused file: they travel in a new file with the same endToEndIds. */
@Component
class ReleaseRefusedBatch implements RepairActionHandler {

  private final Payments payments;

  ReleaseRefusedBatch(Payments payments) {
    this.payments = payments;
  }

  @Override
  public RepairAction action() {
    return RepairAction.RELEASE_REFUSED_BATCH;
  }

  @Override
  public Preview look(String id, String parameter) {
    Optional<Long> batch = Ids.number(id);
    List<Long> dong = batch.isEmpty() ? List.of()
        : payments.lockWaitingOfRefused(batch.get());
    long total = dong.stream().mapToLong(Long::longValue).sum();
    return dong.isEmpty() ? Preview.Impossible.because("Tệp số %s không có khoản chi nào chờ cho đi lại.",
        "Sent file %s has no payment that waits to travel again.", id)
        : new Preview.Possible(dong.size(), total, Word.of("Tệp số %s: %s khoản, %s đồng đi lại trong tệp mới.",
            "Sent file %s: %s payments, %s dong travel again in a new file.", id, dong.size(), total));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    payments.releaseRefused(Long.parseLong(id));
  }
}
