package vn.chitra.hub.operations;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.repair.jms.DeadLetterQueues;

/** Finds dead-lettered messages: opens a case per queue, and closes it when they are gone. */
@Component("deadLetters")
public class DeadLetters {

  private final DeadLetterQueues letters;
  private final MessageFailures failures;
  private final Cases cases;

  DeadLetters(DeadLetterQueues letters, MessageFailures failures, Cases cases) {
    this.letters = letters;
    this.failures = failures;
    this.cases = cases;
  }

  /** Looks at every dead-letter queue. */
  public void watch() {
    for (Destination destination : Destination.values()) {
      List<String> dead = letters.bodies(destination);
      String subject = "queue:" + destination.queue();
      if (!dead.isEmpty()) {
        cases.open(NewCase.about(CaseKind.MESSAGE_DEAD, subject, dead.size() + " thông điệp chết trong DLQ." + destination.queue()
            + ": " + reasons(dead, failures.of(destination.queue(), dead)) + "; sửa nguyên nhân rồi cho xử lý lại.")
            .over(dead.size(), null));
      } else {
        failures.forget(destination.queue());
        cases.autoClose(CaseKind.MESSAGE_DEAD, subject, "không còn thông điệp chết");
      }
    }
  }

  /** A message that the broker gave up on may have none: its consumer ended before it could record one. */
  private static String reasons(List<String> dead, List<MessageFailures.Failed> failed) {
    Stream<String> known = failed.stream()
        .collect(Collectors.groupingBy(MessageFailures.Failed::reason, TreeMap::new, Collectors.toList())).entrySet().stream()
        .map(one -> one.getKey() + " × " + one.getValue().size() + " (" + one.getKey().title() + ": " + one.getValue().get(0).exception()
            + ")");
    Set<String> explained = failed.stream().map(MessageFailures.Failed::body).collect(Collectors.toSet());
    long without = dead.stream().filter(body -> !explained.contains(body)).count();
    return Stream.concat(known, without == 0 ? Stream.empty() : Stream.of("không có lý do nào được ghi lại × " + without))
        .collect(Collectors.joining(", "));
  }
}
