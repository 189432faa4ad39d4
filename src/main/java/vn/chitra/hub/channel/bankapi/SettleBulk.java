package vn.chitra.hub.channel.bankapi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.archive.StoredFile;
import vn.chitra.hub.archive.StoredFiles;
import vn.chitra.hub.batch.Batch;
import vn.chitra.hub.batch.BatchState;
import vn.chitra.hub.batch.Batches;
import vn.chitra.hub.batch.SendBatch;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.batch.UploadAttempt;
import vn.chitra.hub.batch.UploadResult;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.outbox.Outbox;

/** Records the result of one attempt to submit a bulk, in one commit: the answer's exact bytes, the bank's id, the state. */
@Component
public class SettleBulk {

  private final SendBatch send;
  private final Batches batches;
  private final Bulks bulks;
  private final Archive archive;
  private final StoredFiles files;
  private final Outbox outbox;
  private final Cases cases;
  private final Clock businessClock;

  SettleBulk(SendBatch send, Batches batches, Bulks bulks, Archive archive, StoredFiles files, Outbox outbox, Cases cases,
      Clock businessClock) {
    this.send = send;
    this.batches = batches;
    this.bulks = bulks;
    this.archive = archive;
    this.files = files;
    this.outbox = outbox;
    this.cases = cases;
    this.businessClock = businessClock;
  }

  @Transactional
  public void settle(Upload bulk, BulkReply reply) throws IOException {
    batches.findLockedById(bulk.batchId()).orElseThrow();
    if (reply instanceof BulkReply.Held held) {
      bulks.keepId(bulk.batchId(), held.bulkId());
      StoredFile response = file(bulk, held.status(), held.response());
      response.done(bulk.batchId(), 1, 1);
      files.save(response);
      heldAfterRefusal(bulk, response);
      send.settle(known(bulk, new UploadResult.Proven("ngân hàng giữ lô với mã " + held.bulkId())));
    } else if (reply instanceof BulkReply.Stated stated) {
      StoredFile response = files.save(file(bulk, stated.status(), stated.response()));
      outbox.put(Destination.APPLY_FILE, bulk.partner() + "/", response.id());
      send.settle(known(bulk, new UploadResult.Replied()));
    } else if (reply instanceof BulkReply.NotKnown unknown) {
      send.settle(known(bulk,
          unknown.after() == null ? new UploadResult.Unknown(unknown.why()) : new UploadResult.Later(unknown.why(), unknown.after())));
    }
  }

  private static UploadAttempt known(Upload bulk, UploadResult result) {
    return new UploadAttempt(bulk.batchId(), bulk.attempt(), result);
  }

  private StoredFile file(Upload bulk, int status, byte[] response) throws IOException {
    Archive.StoredBytes bytes = archive.store(new ByteArrayInputStream(response));
    String name = ReplyName.of(BulkName.ofFile(bulk.name()).orElseThrow(), bulk.attempt(), status);
    return StoredFile.received(bulk.partner(), "", name, bytes, name + ":" + bytes.sha256(), businessClock.instant());
  }

  /** Opens a case: the bulk's payments may travel in another bulk, and the bank will refuse their ids. */
  private void heldAfterRefusal(Upload bulk, StoredFile response) {
    Batch batch = batches.findById(bulk.batchId()).orElseThrow();
    if (batch.state() == BatchState.REFUSED) {
      cases.open(NewCase.about(CaseKind.BATCH_IN_DOUBT, "batch:" + batch.id(),
          "Ngân hàng đã từ chối lô, nay báo đang giữ; chưa cho các khoản chi của lô đi lại: " + batch.fileName()).atPartner(batch.partner())
          .inFile(response.id(), null, "status").over(batch.paymentCount(), batch.totalVnd()));
    }
  }
}
