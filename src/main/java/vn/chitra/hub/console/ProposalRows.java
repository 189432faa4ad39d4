package vn.chitra.hub.console;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.ConsoleActor;
import vn.chitra.hub.operations.query.Names;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.operations.query.Texts;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Proposal;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.repair.Role;

/** The proposals that wait, as the person who looks sees them. */
@Component
class ProposalRows {

  private final Repairs repairs;
  private final ActionWords words;
  private final Names names;
  private final Texts texts;

  ProposalRows(Repairs repairs, ActionWords words, Names names, Texts texts) {
    this.repairs = repairs;
    this.words = words;
    this.names = names;
    this.texts = texts;
  }

  /**
   * One proposal.
   *
   * @param about in words; of several their number
   * @param own of the person who looks: somebody else must approve it
   * @param mayApprove the person who looks may approve it, {@code mayReject} take it back
   */
  record Row(long id, String action, String about, String page, int payouts, String dong, String reason, String proposedBy,
      String proposedAt, boolean own, boolean mayApprove, boolean mayReject) {}

  List<Row> all() {
    return repairs.waiting().stream().map(this::row).toList();
  }

  Row row(Proposal one) {
    Actor actor = ConsoleActor.current().orElse(new Actor("", Role.VIEWER));
    boolean own = one.proposedBy().equalsIgnoreCase(actor.login());
    boolean approver = actor.role().mayDo(Role.APPROVER);
    String about = one.isOfSeveral() ? texts.of("proposal.several") : names.subject(one.subject());
    return new Row(one.id(), words.title(one.action(), one.parameter()), about, one.isOfSeveral() ? "/approvals/" + one.id()
        : Names.page(one.subject()), one.items(), Shown.dong(one.dong()), Shown.words(one.reason()), Shown.harmless(one.proposedBy()),
        Shown.time(Timestamp.from(one.proposedAt())), own, approver && !own, approver || own);
  }
}
