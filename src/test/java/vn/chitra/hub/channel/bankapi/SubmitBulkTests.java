package vn.chitra.hub.channel.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.channel.bankapi.BankApi.Reply;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.partner.Vocabulary;
import vn.chitra.hub.payout.ReportedState;

/** A bank that wants to be called later: no attempt, so no doubt grows of it. */
class SubmitBulkTests {

  private Partners partners;
  private static final Upload BULK = new Upload(1, "mb", "mb", "", "PTCTXH-000001.json", Path.of("bytes"), "ab".repeat(32), 10, 2);

  @BeforeEach
  void shippedPartners() throws IOException {
    partners = Mappings.load("classpath:mappings/", Vocabulary.of(ReportedState.class, CaseKind.class)).partners();
  }

  @Test
  void aCallThatIsNotMadeIsPutOffUntilTheNextLogin() {
    assertThat(found(new Reply.Silent("đăng nhập bị từ chối", Duration.ofMinutes(5))).after()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void aSilentBankIsNoWait() {
    assertThat(found(new Reply.Silent("hết thời gian chờ")).after()).isNull();
  }

  @Test
  void aBankThatNamesNoTimeIsCalledLaterAllTheSame() {
    for (int status : new int[] {401, 403, 429}) {
      assertThat(found(new Reply.Answered(status, new byte[0], null)).after()).as("HTTP %d", status).isEqualTo(Duration.ofMinutes(1));
    }
    assertThat(found(new Reply.Answered(429, new byte[0], Duration.ofSeconds(7))).after()).isEqualTo(Duration.ofSeconds(7));
  }

  private BulkReply.NotKnown found(Reply reply) {
    SubmitBulk submit = new SubmitBulk((partner, call) -> reply, partners, new ApiSettings(Map.of()), Clock.systemUTC());
    return (BulkReply.NotKnown) submit.find(BULK).orElseThrow();
  }
}
