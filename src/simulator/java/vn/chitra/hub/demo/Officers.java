package vn.chitra.hub.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.Proposal;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.repair.Role;
import vn.chitra.hub.sim.BusinessDays;

/**
 * Two persons of the province's paying office, with the same actions as at the console: in the evening one proposes a decision for waiting
 * payouts, the other approves.
 */
abstract class Officers {

  /** Nobody decides anything. */
  static Officers none() {
    return new Officers() {
      @Override
      boolean decide(Instant now) {
        return false;
      }
    };
  }

  static Officers two(Repairs repairs, JdbcTemplate hub) {
    return new Two(repairs, hub);
  }

  /** @return whether anything was done */
  abstract boolean decide(Instant now);

  private static final class Two extends Officers {

    private static final Actor PROPOSES = new Actor("chuyen-vien", Role.OPERATOR);
    private static final Actor APPROVES = new Actor("truong-phong", Role.APPROVER);
    /** The open cases with the actions that a person may take now, the gravest first. */
    private static final String WAITING = """
        SELECT p.payout_id, p.programme, coalesce(p.hold_reason, '') AS hold_reason, p.pay_until < ? AS over,
          coalesce(l.state, '') AS payment_state, coalesce(l.reason_code, '') AS payment_reason
        FROM payout p LEFT JOIN payment l ON l.payout_id = p.payout_id AND l.attempt = p.attempt
        WHERE p.state IN ('OPEN', 'HELD') AND EXISTS (
          SELECT FROM case_about c WHERE c.subject = 'payout:' || p.payout_id AND c.state = 'OPEN')
        ORDER BY p.payout_id""";

    private final Repairs repairs;
    private final JdbcTemplate hub;

    Two(Repairs repairs, JdbcTemplate hub) {
      this.repairs = repairs;
      this.hub = hub;
    }

    private record Waiting(long payoutId, String programme, String holdReason, boolean over, String paymentState, String paymentReason) {

      boolean isOfADeadPerson() {
        return holdReason.startsWith("DEAD") || holdReason.equals("DECEASED") || paymentReason.equals("DECEASED")
            || holdReason.equals("STATUS_WITHOUT_DATE");
      }
    }

    @Override
    boolean decide(Instant now) {
      boolean did = false;
      for (Proposal left : repairs.waiting()) {   // by somebody who was killed before the other came
        did |= repairs.approve(APPROVES, left.id()) instanceof Outcome.Done;
      }
      LocalDate today = BusinessDays.day(now);
      List<Waiting> waiting = hub.query(WAITING, (row, n) -> new Waiting(row.getLong(1), row.getString(2), row.getString(3),
          row.getBoolean(4), row.getString(5), row.getString(6)), today);
      for (Waiting one : waiting) {
        did |= decide(one);
      }
      return did;
    }

    private boolean decide(Waiting one) {
      if (one.holdReason().equals("BANK_UNREACHABLE") && !one.over()) {
        return together(RepairAction.PLAN_AGAIN, one, one.programme().equals("NCC") ? "COMMUNE_CASH" : "POST_CASH",
            "Ngân hàng chưa kết nối");
      }
      if (!one.over() && !one.paymentState().equals("RETURNED")) {
        return false;   // until the last pay day there is hope
      }
      if (one.paymentState().equals("PLANNED")) {
        return together(RepairAction.CANCEL_PAYMENT, one, "", "Hết kỳ chi, chưa gửi");
      }
      return one.isOfADeadPerson() ? together(RepairAction.HAND_BACK_PAYOUT, one, "", "Không còn phải chi cho người này")
          : together(RepairAction.CARRY_OVER_PAYOUT, one, "", "Hết kỳ chi, chuyển kỳ sau");
    }

    /** An action that the hub refuses is tried again another evening. */
    private boolean together(RepairAction action, Waiting one, String parameter, String reason) {
      Outcome proposed = repairs.request(PROPOSES, action, Long.toString(one.payoutId()), parameter, reason);
      return proposed instanceof Outcome.Proposed proposal && repairs.approve(APPROVES, proposal.proposalId()) instanceof Outcome.Done;
    }
  }
}
