package vn.chitra.hub.repair.action;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chitra.hub.batch.Batch;
import vn.chitra.hub.batch.BatchState;
import vn.chitra.hub.batch.Batches;
import vn.chitra.hub.batch.Formats;
import vn.chitra.hub.outbox.Outbox;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Ids;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;
import vn.chitra.hub.support.Word;

/** Sends a numbered batch again, same name and bytes: because its funds are available, or because nobody knows whether it arrived. */
final class BatchGoesAgain implements RepairActionHandler {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final RepairAction action;
  private final BatchState from;
  private final Batches batches;
  private final Partners partners;
  private final Formats formats;
  private final Outbox outbox;
  private final JdbcClient jdbc;
  private final Clock wallClock;

  BatchGoesAgain(RepairAction action, BatchState from, Batches batches, Partners partners, Formats formats, Outbox outbox,
      JdbcClient jdbc, Clock wallClock) {
    this.action = action;
    this.from = from;
    this.batches = batches;
    this.partners = partners;
    this.formats = formats;
    this.outbox = outbox;
    this.jdbc = jdbc;
    this.wallClock = wallClock;
  }

  @Override
  public RepairAction action() {
    return action;
  }

  @Override
  public Preview look(String id, String parameter) {
    Optional<Long> number = Ids.number(id);
    number.ifPresent(batch -> jdbc.sql("select 1 from batch where batch_id = :batch for update").param("batch", batch).query(rs -> { }));
    Optional<Batch> found = number.flatMap(batches::findById);
    if (found.isEmpty()) {
      return Preview.Impossible.because("Không có tệp số %s.", "There is no sent file %s.", id);
    }
    Batch batch = found.get();
    if (batch.state() != from) {
      return Preview.Impossible.because("Tệp số %s đang ở trạng thái %s.", "Sent file %s is in state %s.", id, batch.state());
    }
    if (from == BatchState.WAITING_FUNDS && batch.isToBeSent()) {
      return Preview.Impossible.because("Tệp số %s đã được xác nhận có tiền và đang chờ gửi.",
          "Sent file %s is confirmed to have its funds and waits to be sent.", id);
    }
    return new Preview.Possible(batch.paymentCount(), batch.totalVnd(),
        Word.of("Tệp %s: %s khoản, %s đồng.", "File %s: %s payments, %s dong.", batch.fileName(), batch.paymentCount(),
            batch.totalVnd()));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    Batch batch = batches.findById(Long.parseLong(id)).orElseThrow();
    if (from == BatchState.WAITING_FUNDS) {
      batch.fundsStand(wallClock.instant().plus(PATIENCE));
    } else {
      batch.leftInDoubt(wallClock.instant().plus(PATIENCE));
    }
    outbox.put(formats.sendQueue(partners.byId(batch.partner()).orElseThrow().kind()), batch.partner() + "/" + batch.folder(), batch.id());
  }
}
