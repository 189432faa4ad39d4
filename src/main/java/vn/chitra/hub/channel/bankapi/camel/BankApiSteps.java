package vn.chitra.hub.channel.bankapi.camel;

import java.io.IOException;
import java.util.List;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chitra.hub.batch.GatherBatches;
import vn.chitra.hub.batch.SendBatch;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.channel.bankapi.BulkReply;
import vn.chitra.hub.channel.bankapi.SettleBulk;
import vn.chitra.hub.channel.bankapi.SubmitBulk;
import vn.chitra.hub.partner.PartnerKind;

/** The steps of the route that submits bulks to their banks; building is as for every batch. */
@Component("bankApiSteps")
public final class BankApiSteps {

  private final GatherBatches gather;
  private final SendBatch send;
  private final SubmitBulk submit;
  private final SettleBulk settle;

  BankApiSteps(GatherBatches gather, SendBatch send, SubmitBulk submit, SettleBulk settle) {
    this.gather = gather;
    this.send = send;
    this.submit = submit;
    this.settle = settle;
  }

  /** @param reply what came of it */
  public record Submitted(Upload bulk, BulkReply reply) {}

  public List<Long> gather() {
    return gather.gather(List.of(PartnerKind.BANK_API));
  }

  public @Nullable Upload begin(@Body String batchId) {
    return send.begin(Long.parseLong(batchId)).orElse(null);
  }

  public Submitted submit(@Body Upload bulk) throws IOException {
    return new Submitted(bulk, submit.submit(bulk));
  }

  public void settle(@Body Submitted submitted) throws IOException {
    settle.settle(submitted.bulk(), submitted.reply());
  }
}
