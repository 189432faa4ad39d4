package vn.chitra.hub.operations;

import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.repair.jms.DeadLetterQueues;

/** Notices messages that nobody could work off, a case a queue; closes it when they are gone. */
@Component("deadLetters")
public class DeadLetters {

  private final DeadLetterQueues letters;
  private final Cases cases;

  DeadLetters(DeadLetterQueues letters, Cases cases) {
    this.letters = letters;
    this.cases = cases;
  }

  /** Looks at every dead-letter queue. */
  public void watch() {
    for (Destination destination : Destination.values()) {
      int dead = letters.count(destination);
      String subject = "queue:" + destination.queue();
      if (dead > 0) {
        cases.open(NewCase.about(CaseKind.MESSAGE_DEAD, subject, dead + " thông điệp chết trong DLQ." + destination.queue()
            + "; xem nguyên nhân rồi cho xử lý lại.").over(dead, null));
      } else {
        cases.causeGone(CaseKind.MESSAGE_DEAD, subject, "không còn thông điệp chết");
      }
    }
  }
}
