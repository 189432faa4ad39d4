package vn.chitra.hub.repair;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.audit.AuditTrail;
import vn.chitra.hub.repair.Deed.Sight;
import vn.chitra.hub.support.Masking;

/**
 * The one door for acts of persons. What moves money takes a proposal and the approval of somebody else (rule 10 of DESIGN.md); what is
 * approved is what was proposed, for what has changed meanwhile is refused. A refusal changes nothing; whatever is done commits with its
 * audit event and closes the cases it answers, or not at all.
 */
@Component
public class Repairs {

  private static final Logger LOG = LoggerFactory.getLogger(Repairs.class);
  private static final int REASON_AT_LEAST = 5;

  private final Map<Act, Deed> deeds = new EnumMap<>(Act.class);
  private final Proposals proposals;
  private final AuditTrail audit;

  Repairs(List<Deed> deeds, Proposals proposals, AuditTrail audit) {
    deeds.forEach(deed -> this.deeds.put(deed.act(), deed));
    this.proposals = proposals;
    this.audit = audit;
  }

  /**
   * Does the act at once, or proposes it when it takes two persons.
   *
   * @param id of the subject, without the word before the colon
   * @param parameter of the act, empty where it takes none
   */
  @Transactional
  public Outcome request(Actor actor, Act act, String id, String parameter, String reason) {
    if (!actor.role().mayDo(Role.OPERATOR)) {
      return new Outcome.Refused("Vai trò của bạn chỉ được xem.");
    }
    if (reason.strip().length() < REASON_AT_LEAST) {
      return new Outcome.Refused("Cần nêu lý do.");
    }
    Deed deed = deed(act);
    String because = Masking.maskDigits(reason.strip());
    Sight sight = deed.look(id, parameter);
    if (!(sight instanceof Sight.Ready ready)) {
      return new Outcome.Refused(((Sight.Unfit) sight).why());
    }
    if (act.movesMoney()) {
      return propose(actor, act, id, parameter, because, ready);
    }
    perform(actor, deed, id, parameter, because, ready.words());
    return new Outcome.Done("Đã làm: " + act.title() + ". " + ready.words());
  }

  @Transactional
  public Outcome approve(Actor actor, long proposalId) {
    if (!actor.role().mayDo(Role.APPROVER)) {
      return new Outcome.Refused("Chỉ người duyệt mới được duyệt đề nghị.");
    }
    return proposals.lockOpen(proposalId).map(proposal -> approve(actor, proposal))
        .orElseGet(() -> new Outcome.Refused("Không có đề nghị số " + proposalId + " đang chờ duyệt."));
  }

  /** Takes a proposal from the table: an approver's no, or the proposer's own change of mind. */
  @Transactional
  public Outcome reject(Actor actor, long proposalId, String reason) {
    if (reason.strip().length() < REASON_AT_LEAST) {
      return new Outcome.Refused("Cần nêu lý do.");
    }
    return proposals.lockOpen(proposalId).map(proposal -> {
      if (!actor.role().mayDo(Role.APPROVER) && !actor.is(proposal.proposedBy())) {
        return new Outcome.Refused("Chỉ người duyệt hoặc chính người đề nghị mới được bỏ đề nghị.");
      }
      proposals.rejected(proposalId, actor.login());
      audit.append(actor.login(), "REJECT_" + proposal.act(), proposal.subject(), Masking.maskDigits(reason.strip()),
          "đề nghị " + proposalId);
      return new Outcome.Done("Đã bỏ đề nghị số " + proposalId + ".");
    }).orElseGet(() -> new Outcome.Refused("Không có đề nghị số " + proposalId + " đang chờ duyệt."));
  }

  @Transactional(readOnly = true)
  public List<Proposal> waiting() {
    return proposals.open();
  }

  private Outcome propose(Actor actor, Act act, String id, String parameter, String reason, Sight.Ready seen) {
    String subject = act.subject() + ":" + id;
    return proposals.add(act, subject, parameter, reason, seen.items(), seen.dong(), actor.login()).<Outcome>map(number -> {
      audit.append(actor.login(), "PROPOSE_" + act, subject, reason, seen.words());
      return new Outcome.Proposed(number, "Đề nghị số " + number + " chờ người thứ hai duyệt: " + act.title() + ". " + seen.words());
    }).orElseGet(() -> new Outcome.Refused("Đề nghị này đã có và đang chờ duyệt."));
  }

  private Outcome approve(Actor actor, Proposal proposal) {
    if (actor.is(proposal.proposedBy())) {
      return new Outcome.Refused("Người đề nghị không được tự duyệt; cần người thứ hai.");
    }
    Deed deed = deed(proposal.act());
    Sight sight = deed.look(proposal.subjectId(), proposal.parameter());
    if (!(sight instanceof Sight.Ready now)) {
      return new Outcome.Refused(((Sight.Unfit) sight).why());
    }
    if (now.items() != proposal.items() || now.dong() != proposal.dong()) {
      return new Outcome.Refused("Số khoản hoặc số tiền đã khác lúc đề nghị; hãy bỏ đề nghị này và đề nghị lại.");
    }
    perform(actor, deed, proposal.subjectId(), proposal.parameter(), proposal.reason(),
        "đề nghị " + proposal.id() + " của " + proposal.proposedBy() + "; " + now.words());
    proposals.done(proposal.id(), actor.login());
    return new Outcome.Done("Đã duyệt và làm: " + proposal.act().title() + ". " + now.words());
  }

  private void perform(Actor actor, Deed deed, String id, String parameter, String reason, String detail) {
    String subject = deed.act().subject() + ":" + id;
    deed.perform(id, parameter, reason, actor);
    proposals.closeCases(deed.act(), subject, actor.login(), reason);
    audit.append(actor.login(), deed.act().name(), subject, reason, detail);
    LOG.info("{} about {} done by {}", deed.act(), subject, actor.login());
  }

  private Deed deed(Act act) {
    Deed deed = deeds.get(act);
    if (deed == null) {
      throw new IllegalStateException("nobody knows how to do " + act);
    }
    return deed;
  }
}
