package vn.chitra.hub.batch.camel;

import java.io.IOException;
import java.util.List;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chitra.hub.batch.BuildBatch;
import vn.chitra.hub.batch.GatherBatches;
import vn.chitra.hub.batch.SendBatch;
import vn.chitra.hub.batch.UnverifiedBytes;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.batch.UploadAttempt;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.payroll.RecheckPersons;

/** The steps of the outgoing routes. */
@Component("dispatchSteps")
public final class DispatchSteps {

  private final GatherBatches gather;
  private final RecheckPersons look;
  private final BuildBatch build;
  private final SendBatch send;
  private final SftpUploads uploads;

  DispatchSteps(GatherBatches gather, RecheckPersons look, BuildBatch build, SendBatch send, SftpUploads uploads) {
    this.gather = gather;
    this.look = look;
    this.build = build;
    this.send = send;
    this.uploads = uploads;
  }

  public List<Long> gatherBankFiles() {
    return gather.gather(List.of(PartnerKind.BANK_CSV, PartnerKind.BANK_FIXED, PartnerKind.BANK_ISO));
  }

  public List<Long> gatherPostOfficeLists() {
    return gather.gather(List.of(PartnerKind.POST_OFFICE));
  }

  public List<Long> gatherCommuneLists() {
    return gather.gather(List.of(PartnerKind.COMMUNE));
  }

  /** The persons concerned are read afresh first; without the welfare database no batch is built. */
  public void build(@Body long batchId) throws IOException {
    look.atBatch(batchId);
    try {
      build.build(batchId);
    } catch (UnverifiedBytes e) {
      build.setAside(e);
    }
  }

  public @Nullable Upload begin(@Body String batchId) {
    return send.begin(Long.parseLong(batchId)).orElse(null);
  }

  public UploadAttempt deliver(@Body Upload upload) {
    return new UploadAttempt(upload.batchId(), upload.attempt(),
        uploads.deliver(upload, () -> send.isUnderWay(upload)));
  }

  public void settle(@Body UploadAttempt attempted) {
    send.settle(attempted);
  }
}
