package vn.chitra.hub.crash;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.util.Arrays;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.dispatch.Delivery;

/** A bug put into the hub's process on purpose: a harness that does not find it is worth nothing. */
enum Plant {
  NONE,
  /** A send whose outcome is unknown counts as sent. */
  PROOF,
  /** What should leave is not written down: one message in five never enters the outbox, whoever asks for it. */
  OUTBOX,
  /** The one-leg index is gone, and planning gives some payouts two legs. */
  INDEX;

  static Plant of(String text) {
    return text.isBlank() ? NONE : Arrays.stream(values()).filter(plant -> plant.name().equalsIgnoreCase(text)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("crash.plant=" + text + ": proof, outbox or index"));
  }

  CrashSteps into(CrashSteps steps) {
    return switch (this) {
      case NONE -> steps;
      case PROOF -> steps.advised(TakenForSent.class, "vn.chitra.hub.dispatch.camel.SftpDeliveries",
          named("deliver").and(takesArguments(1)));
      case OUTBOX -> steps.advised(Forgotten.class, "vn.chitra.hub.outbox.Outbox", named("put"));
      case INDEX -> steps.advised(SecondLeg.class, "vn.chitra.hub.payout.jdbc.JdbcPayoutPlans", named("bookHandedOver"));
    };
  }

  static final class TakenForSent {

    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Delivery delivery) {
      if (delivery instanceof Delivery.Unknown) {
        delivery = new Delivery.Proven("planted: nobody looked");
      }
    }
  }

  static final class Forgotten {

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(@Advice.Argument(2) Object id) {
      return id.toString().hashCode() % 5 == 0;
    }
  }

  static final class SecondLeg {

    @Advice.OnMethodEnter
    static void enter(@Advice.FieldValue("jdbc") JdbcTemplate jdbc, @Advice.Argument(0) String payrollId) {
      jdbc.execute("drop index if exists leg_one_alive_or_paid");
      jdbc.update("insert into leg (payout_id, attempt, end_to_end_id, channel, partner, folder, amount_vnd, bank_bin, account_no,"
          + " account_name, state, updated_at) select payout_id, 99, reverse(end_to_end_id), channel, partner, folder, amount_vnd,"
          + " bank_bin, account_no, account_name, state, updated_at from leg where state = 'PLANNED' and attempt < 99 and payout_id % 7 = 0"
          + " and payout_id in (select payout_id from payout where current_payroll_id = ?)", payrollId);
    }
  }
}
