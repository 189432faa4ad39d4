package vn.chitra.hub.repair.action;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.Payments;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Ids;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;

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
    return dong.isEmpty() ? new Preview.Impossible("Tệp số " + id + " không có khoản chi nào chờ cho đi lại.")
        : new Preview.Possible(dong.size(), total, "Tệp số " + id + ": " + dong.size() + " khoản, " + total
        + " đồng đi lại trong tệp mới.");
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    payments.releaseRefused(Long.parseLong(id));
  }
}
