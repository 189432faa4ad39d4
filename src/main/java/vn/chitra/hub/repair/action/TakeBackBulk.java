package vn.chitra.hub.repair.action;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.batch.Batch;
import vn.chitra.hub.batch.BatchPayments;
import vn.chitra.hub.batch.BatchState;
import vn.chitra.hub.batch.Batches;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Ids;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;
import vn.chitra.hub.support.Word;

/**
 * Takes back the payments of a bulk that the bank refused as a whole because ids exist already; they wait for their release. Payments whose
 * ids the bank named stay frozen, each with a case: they may be paid in another bulk.
 */
@Component
class TakeBackBulk implements RepairActionHandler {

  private static final String LOCK = "select b.state from batch b join api_bulk a using (batch_id) where b.batch_id = :batch and"
      + " a.ids_stand" + " for update of b";
  private static final String COMING_BACK = "select amount_vnd from payment where batch_id = :batch and state in ('SENT', 'ACCEPTED')";
  private static final String FROZEN = "select payout_id, end_to_end_id, amount_vnd from payment"
      + " where came_back_from = :batch and state = 'PLANNED' and frozen";

  private final Batches batches;
  private final BatchPayments payments;
  private final Cases cases;
  private final JdbcClient jdbc;

  TakeBackBulk(Batches batches, BatchPayments payments, Cases cases, JdbcClient jdbc) {
    this.batches = batches;
    this.payments = payments;
    this.cases = cases;
    this.jdbc = jdbc;
  }

  @Override
  public RepairAction action() {
    return RepairAction.TAKE_BACK_BULK;
  }

  @Override
  public Preview look(String id, String parameter) {
    Optional<Long> number = Ids.number(id);
    List<String> state = number.isEmpty() ? List.of() : jdbc.sql(LOCK).param("batch", number.get()).query(String.class).list();
    if (!state.equals(List.of(BatchState.IN_DOUBT.name()))) {
      return Preview.Impossible.because("Lô số %s không phải lô mà ngân hàng từ chối vì mã đã có ở đó.",
          "Bulk %s is not one that the bank refused because its ids are there already.", id);
    }
    List<Long> dong = jdbc.sql(COMING_BACK).param("batch", number.get()).query(Long.class).list();
    long total = dong.stream().mapToLong(Long::longValue).sum();
    return dong.isEmpty() ? Preview.Impossible.because("Lô số %s không còn khoản chi nào chờ.", "Bulk %s has no waiting payment left.", id)
        : new Preview.Possible(dong.size(), total, Word.of("Lô số %s: %s khoản, %s đồng rút về chờ cho đi lại.",
            "Bulk %s: %s payments, %s dong are taken back and wait for their release.", id, dong.size(), total));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    Batch batch = batches.findById(Long.parseLong(id)).orElseThrow();
    batch.refused();
    batches.saveAndFlush(batch);
    payments.takeBackRefused(batch.id());
    cases.openAll(jdbc.sql(FROZEN).param("batch", batch.id()).query((r, n) -> NewCase.about(CaseKind.PAYOUT_HELD, "payout:" + r.getLong(1),
        "Mã chi trả " + r.getString(2) + " đã đứng ở ngân hàng trong lô khác; chưa cho đi lại.").atPartner(batch.partner())
        .over(1, r.getLong(3))).list());
  }
}
