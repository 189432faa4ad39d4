package vn.chitra.hub.batch.camel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.ExchangeException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chitra.hub.batch.BuildBatch;
import vn.chitra.hub.batch.GatherBatches;
import vn.chitra.hub.batch.SendBatch;
import vn.chitra.hub.batch.UnverifiedBytes;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.batch.UploadAttempt;
import vn.chitra.hub.cases.RepeatedWork;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.payroll.RecheckPersons;

/** Route beans for batches: gather, build, send. */
@Component("batchSteps")
public final class BatchSteps {

  private final GatherBatches gather;
  private final RecheckPersons persons;
  private final BuildBatch build;
  private final SendBatch send;
  private final RepeatedWork work;

  BatchSteps(GatherBatches gather, RecheckPersons persons, BuildBatch build, SendBatch send, RepeatedWork work) {
    this.gather = gather;
    this.persons = persons;
    this.build = build;
    this.send = send;
    this.work = work;
  }

  /**
   * The ids of the partners of those kinds.
   *
   * @param kinds names of {@link PartnerKind}, separated by commas
   */
  public List<String> partners(@Body String kinds) {
    return gather.partners(Arrays.stream(kinds.split(",")).map(kind -> PartnerKind.valueOf(kind.strip())).toList());
  }

  /** The ids of the partner's open batches, those that were opened now and older ones. */
  public List<Long> gather(@Body String partner) {
    List<Long> open = new ArrayList<>();
    work.attempt("work:gom khoản chi của " + partner, "Gom các khoản chi của " + partner, () -> open.addAll(gather.gather(partner)));
    return open;
  }

  /** Throws when the welfare database cannot be read: no batch is built then. */
  public void recheckPersons(@Body long batchId) {
    work.attempt("work:xem lại người nhận của lô " + batchId, "Xem lại người nhận của lô " + batchId, () -> persons.atBatch(batchId));
  }

  /** @throws UnverifiedBytes when the bytes do not say what was meant; nothing of the build stays */
  public void build(@Body long batchId) throws IOException {
    work.attempt("batch:" + batchId, "Lập tệp của lô " + batchId, () -> build.build(batchId));
  }

  public void setAside(@ExchangeException UnverifiedBytes failure) {
    build.setAside(failure);
    work.ended("batch:" + failure.batchId());
  }

  /** Null when there is nothing to send: a repeated message, an answer that overtook, a closed gate. */
  public @Nullable Upload begin(@Body String batchId) {
    return send.begin(Long.parseLong(batchId)).orElse(null);
  }

  public void settle(@Body UploadAttempt attempted) {
    send.settle(attempted);
  }
}
