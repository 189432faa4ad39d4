package vn.chitra.hub.crash;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.util.Arrays;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import vn.chitra.hub.batch.UploadResult;

/**
 * A deliberate bug in the hub's process, which the harness must find. All of them are in the classes that the process is started from; a
 * property of the process activates one.
 */
public enum Plant {
  NONE,
  /** A send whose outcome is unknown counts as sent. */
  PROOF,
  /** Outbox rows are lost: one message in five never enters the outbox, for any caller. */
  OUTBOX,
  /** The one-payment index is gone, and planning gives some payouts two payments. */
  INDEX;

  static final String PROPERTY = "crash.plant";

  /** Of this process. */
  static final Plant AWAKE = of(System.getProperty(PROPERTY, ""));

  static Plant of(String text) {
    return text.isBlank() ? NONE : Arrays.stream(values()).filter(plant -> plant.name().equalsIgnoreCase(text)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(PROPERTY + "=" + text + ": proof, outbox or index"));
  }

  static CrashSteps all(CrashSteps steps) {
    return steps
        .advised(TakenForSent.class, "vn.chitra.hub.batch.camel.SftpUploads", named("deliver").and(takesArguments(2)))
        .advised(Forgotten.class, "vn.chitra.hub.outbox.Outbox", named("put"))
        .advised(SecondPayment.class, "vn.chitra.hub.payout.PayoutPlans", named("bookHandedOver"));
  }

  /** The proof that the partner holds it, or what is made of the lack of it. */
  public static UploadResult proof(UploadResult result) {
    return AWAKE == PROOF && result instanceof UploadResult.Unknown ? new UploadResult.Proven("planted: nobody looked") : result;
  }

  public static boolean forgets(Object id) {
    return AWAKE == OUTBOX && id.toString().hashCode() % 5 == 0;
  }

  /** The index is dropped once a database; one that is called otherwise today stops the plant. */
  public static void secondPayments(NamedParameterJdbcTemplate named, String payrollId) {
    if (AWAKE == INDEX) {
      JdbcTemplate jdbc = named.getJdbcTemplate();
      jdbc.execute("do $$ begin if to_regclass('planted_index') is null then drop index payment_one_alive_or_paid;"
          + " create table planted_index (); end if; end $$");
      jdbc.update("insert into payment (payout_id, attempt, end_to_end_id, channel, partner, folder, amount_vnd, bank_bin, account_no,"
          + " account_name, state, updated_at) select payout_id, 99, reverse(end_to_end_id), channel, partner, folder, amount_vnd,"
          + " bank_bin, account_no, account_name, state, updated_at from payment where state = 'PLANNED' and attempt < 99 and payout_id"
          + " % 7 = 0" + " and payout_id in (select payout_id from payout where current_payroll_id = ?)", payrollId);
    }
  }

  static final class TakenForSent {

    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) UploadResult result) {
      result = proof(result);
    }
  }

  static final class Forgotten {

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(@Advice.Argument(2) Object id) {
      return forgets(id);
    }
  }

  static final class SecondPayment {

    @Advice.OnMethodEnter
    static void enter(@Advice.FieldValue("jdbc") NamedParameterJdbcTemplate jdbc, @Advice.Argument(0) String payrollId) {
      secondPayments(jdbc, payrollId);
    }
  }
}
