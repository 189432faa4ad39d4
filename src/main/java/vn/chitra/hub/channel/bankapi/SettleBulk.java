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
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.outbox.Outbox;
import vn.chitra.hub.payout.RefusedFiles;

/** Records the result of one attempt to submit a bulk, in one commit: the answer's exact bytes, the bank's id, the state. */
@Component
public class SettleBulk {

  private final SendBatch send;
  private final Batches batches;
  private final Bulks bulks;
  private final Archive archive;
  private final StoredFiles files;
  private final Outbox outbox;
  private final RefusedFiles refusedFiles;
  private final Clock businessClock;

  SettleBulk(SendBatch send, Batches batches, Bulks bulks, Archive archive, StoredFiles files, Outbox outbox,
      RefusedFiles refusedFiles, Clock businessClock) {
    this.send = send;
    this.batches = batches;
    this.bulks = bulks;
    this.archive = archive;
    this.files = files;
    this.outbox = outbox;
    this.refusedFiles = refusedFiles;
    this.businessClock = businessClock;
  }

  @Transactional
  public void settle(Upload bulk, BulkReply reply) throws IOException {
    batches.findLockedById(bulk.batchId()).orElseThrow();
    if (reply instanceof BulkReply.Held held) {
      bulks.keepId(bulk.batchId(), held.bulkId());
      StoredFile response = file(bulk, held.status(), held.response());
      response.done(bulk.batchId(), 1, 1);
      files.saveAndFlush(response);
      heldAfterRefusal(bulk.batchId(), response);
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

  /** Records that a later query found the bulk at the bank. @param name the bulk's own */
  @Transactional
  public void found(long batchId, String name, BulkReply.Held held) throws IOException {
    Batch batch = batches.findLockedById(batchId).orElseThrow();
    bulks.keepId(batchId, held.bulkId());
    if (batch.state() == BatchState.REFUSED) {
      StoredFile response = file(batch.partner(), ReplyName.of(name, batch.uploadAttempt(), held.status()), held.response());
      response.done(batchId, 1, 0);
      heldAfterRefusal(batchId, files.saveAndFlush(response));
    }
  }

  private static UploadAttempt known(Upload bulk, UploadResult result) {
    return new UploadAttempt(bulk.batchId(), bulk.attempt(), result);
  }

  private StoredFile file(Upload bulk, int status, byte[] response) throws IOException {
    return file(bulk.partner(), ReplyName.of(BulkName.ofFile(bulk.name()).orElseThrow(), bulk.attempt(), status), response);
  }

  private StoredFile file(String partner, String name, byte[] response) throws IOException {
    Archive.StoredBytes bytes = archive.store(new ByteArrayInputStream(response));
    return StoredFile.received(partner, "", name, bytes, name + ":" + bytes.sha256(), businessClock.instant());
  }

  /** The bank refused the bulk and holds it after all: it may pay what was to travel in another one. */
  private void heldAfterRefusal(long batchId, StoredFile response) {
    if (batches.findById(batchId).orElseThrow().state() == BatchState.REFUSED) {
      refusedFiles.answered(batchId, response.id());
    }
  }
}
