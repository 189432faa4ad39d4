package vn.chitra.hub.operations.query;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.FailureReason;
import vn.chitra.hub.operations.MessageFailures;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.repair.jms.DeadLetterQueues;

/** The dead letters of every queue, each with why it failed. */
@Component
public class DeadLetterLists {

  private final DeadLetterQueues letters;
  private final MessageFailures failures;

  DeadLetterLists(DeadLetterQueues letters, MessageFailures failures) {
    this.letters = letters;
    this.failures = failures;
  }

  /**
   * The last three are empty when the failure is not known.
   *
   * @param id the body as it is, @param body as it may be shown: ids only, @param exception names of classes
   */
  public record DeadLetter(String queue, String id, String body, Optional<FailureReason> reason, String exception, String attempts) {}

  /** By queue, in the order in which they died. */
  public List<DeadLetter> all() {
    return Arrays.stream(Destination.values()).flatMap(queue -> of(queue).stream()).toList();
  }

  /** The letters of one body, with why each failed. @param queue by its name */
  public List<DeadLetter> of(String queue, String body) {
    return Arrays.stream(Destination.values()).filter(one -> one.queue().equals(queue)).flatMap(one -> of(one).stream())
        .filter(one -> one.id().equals(body)).toList();
  }

  private List<DeadLetter> of(Destination queue) {
    List<String> dead = letters.bodies(queue);
    Map<String, MessageFailures.Failed> why = failures.of(queue.queue(), dead).stream()
        .collect(Collectors.toMap(MessageFailures.Failed::body, Function.identity()));
    return dead.stream().map(body -> letter(queue, body, Optional.ofNullable(why.get(body)))).toList();
  }

  private static DeadLetter letter(Destination queue, String body, Optional<MessageFailures.Failed> why) {
    return new DeadLetter(queue.queue(), body.strip(), Shown.harmless(body), why.map(MessageFailures.Failed::reason),
        why.map(MessageFailures.Failed::exception).orElse(""), why.map(one -> String.valueOf(one.attempts())).orElse(""));
  }
}
