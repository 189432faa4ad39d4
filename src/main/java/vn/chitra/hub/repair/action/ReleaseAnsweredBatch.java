package vn.chitra.hub.repair.action;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.RefusedFiles;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Ids;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Word;

/**
 * Releases a refused file about which the partner reported afterwards. Two persons have found out that the file pays nothing more: its
 * frozen payments travel in a new file, and payouts whose payment failed elsewhere continue by policy.
 */
@Component
class ReleaseAnsweredBatch implements RepairActionHandler {

  private static final String LOCK_DOUBTED = SqlText.of("repair/lock-doubted-of-batch");

  private final JdbcClient jdbc;
  private final RefusedFiles refusedFiles;

  ReleaseAnsweredBatch(JdbcClient jdbc, RefusedFiles refusedFiles) {
    this.jdbc = jdbc;
    this.refusedFiles = refusedFiles;
  }

  @Override
  public RepairAction action() {
    return RepairAction.RELEASE_ANSWERED_BATCH;
  }

  @Override
  public Preview look(String id, String parameter) {
    Optional<Long> batch = Ids.number(id);
    List<Long> dong = batch.isEmpty() ? List.of()
        : jdbc.sql(LOCK_DOUBTED).param("batch", batch.get()).query(Long.class).list();
    long total = dong.stream().mapToLong(Long::longValue).sum();
    return dong.isEmpty() ? Preview.Impossible.because("Tệp số %s không có khoản chi nào bị giữ vì đối tác trả lời sau khi từ chối.",
        "Sent file %s has no payment that is held because the partner reported after its refusal.", id)
        : new Preview.Possible(dong.size(), total, Word.of("Tệp số %s: %s khoản, %s đồng chắc chắn không được chi theo tệp này nữa.",
            "Sent file %s: %s payments, %s dong are certainly not paid by this file any more.", id, dong.size(), total));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    refusedFiles.release(Long.parseLong(id));
  }
}
