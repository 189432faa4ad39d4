package vn.chitra.hub.channel.bankapi.camel;

import java.io.IOException;
import java.util.Objects;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chitra.hub.batch.SendBatch;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.channel.bankapi.BulkReply;
import vn.chitra.hub.channel.bankapi.SettleBulk;
import vn.chitra.hub.channel.bankapi.SubmitBulk;

/** Route beans that submit bulks to their banks. */
@Component("bankApiSteps")
public final class BankApiSteps {

  private final SendBatch send;
  private final SubmitBulk submit;
  private final SettleBulk settle;

  BankApiSteps(SendBatch send, SubmitBulk submit, SettleBulk settle) {
    this.send = send;
    this.submit = submit;
    this.settle = settle;
  }

  /**
   * An attempt to submit a bulk.
   *
   * @param reply its result; null before there is one
   */
  public record Attempt(Upload bulk, @Nullable BulkReply reply) {

    /** Whether an earlier attempt may have reached the bank. */
    public boolean isRepeated() {
      return bulk.attempt() > 1;
    }

    public boolean isOpen() {
      return reply == null;
    }
  }

  /** Null when there is nothing to send: a repeated message, an answer that overtook, a closed gate. */
  public @Nullable Attempt begin(@Body String batchId) {
    return send.begin(Long.parseLong(batchId)).map(bulk -> new Attempt(bulk, null)).orElse(null);
  }

  public Attempt query(@Body Attempt attempt) {
    return new Attempt(attempt.bulk(), submit.find(attempt.bulk()).orElse(null));
  }

  public Attempt post(@Body Attempt attempt) throws IOException {
    return new Attempt(attempt.bulk(), submit.post(attempt.bulk()));
  }

  public void settle(@Body Attempt attempt) throws IOException {
    settle.settle(attempt.bulk(), Objects.requireNonNull(attempt.reply()));
  }
}
