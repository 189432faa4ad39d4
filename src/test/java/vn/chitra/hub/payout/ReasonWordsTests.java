package vn.chitra.hub.payout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonWordsTests {

  @Test
  void aReasonIsGivenInWordsThatFitIntoASentence() {
    assertThat(ReasonWords.of(PaymentState.REJECTED, "MOVED")).isEqualTo("người nhận đã chuyển nơi ở");
  }

  @Test
  void withoutAReasonOrWordsForItTheOutcomeSpeaks() {
    assertThat(ReasonWords.of(PaymentState.UNCOLLECTED, null)).isEqualTo("không đến nhận");
    assertThat(ReasonWords.of(PaymentState.REJECTED, "OTHER_BANK_REASON")).isEqualTo("bị từ chối");
  }
}
