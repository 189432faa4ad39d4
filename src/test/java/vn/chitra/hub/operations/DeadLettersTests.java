package vn.chitra.hub.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.repair.jms.DeadLetterQueues;

class DeadLettersTests {

  private static final String QUEUE = Destination.PLAN_PAYROLL.queue();

  private final DeadLetterQueues letters = mock(DeadLetterQueues.class);
  private final MessageFailures failures = mock(MessageFailures.class);
  private final Cases cases = mock(Cases.class);

  @Test
  void aMessageWithoutARecordedReasonHasWordsInItsPlace() {
    assertThat(evidence(List.of("BL-1"), List.of())).isEqualTo("1 thông điệp chết trong DLQ." + QUEUE
        + ": không có lý do nào được ghi lại × 1; sửa nguyên nhân rồi cho xử lý lại.");
  }

  @Test
  void theOthersKeepTheirReasons() {
    assertThat(evidence(List.of("BL-1", "BL-2", "BL-3"),
        List.of(new MessageFailures.Failed("BL-2", FailureReason.BROKER, "JMSException", 6)))).isEqualTo("3 thông điệp chết trong DLQ."
            + QUEUE + ": BROKER × 1 (hàng đợi không trả lời: JMSException), không có lý do nào được ghi lại × 2; sửa nguyên nhân rồi cho xử"
            + " lý lại.");
  }

  private String evidence(List<String> dead, List<MessageFailures.Failed> failed) {
    when(letters.bodies(any())).thenReturn(List.of());
    when(letters.bodies(Destination.PLAN_PAYROLL)).thenReturn(dead);
    when(failures.of(QUEUE, dead)).thenReturn(failed);
    new DeadLetters(letters, failures, cases).watch();
    ArgumentCaptor<NewCase> opened = ArgumentCaptor.forClass(NewCase.class);
    verify(cases).open(opened.capture());
    return opened.getValue().evidence();
  }
}
