package vn.chitra.hub.repair;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.audit.AuditTrail;
import vn.chitra.hub.repair.RepairActionHandler.Preview;
import vn.chitra.hub.support.Masking;

/**
 * The single entry point for actions of persons. An action that moves money needs a proposal and the approval of another person (money rule
 * 10). The approved action is exactly the proposed one: if its subject changed meanwhile, the approval is refused. A refusal changes
 * nothing. A completed action commits with its audit event and closes its cases, or not at all.
 */
@Component
public class Repairs {

  private static final Logger LOG = LoggerFactory.getLogger(Repairs.class);
  private static final int REASON_AT_LEAST = 5;

  private final Map<RepairAction, RepairActionHandler> handlers = new EnumMap<>(RepairAction.class);
  private final Proposals proposals;
  private final AuditTrail audit;

  Repairs(List<RepairActionHandler> handlers, Proposals proposals, AuditTrail audit) {
    handlers.forEach(handler -> this.handlers.put(handler.action(), handler));
    this.proposals = proposals;
    this.audit = audit;
  }

  /**
   * Carries out the action at once, or proposes it when it needs two persons.
   *
   * @param id of the subject, without the word before the colon
   * @param parameter of the action, empty where it takes none
   */
  @Transactional
  public Outcome request(Actor actor, RepairAction action, String id, String parameter, String reason) {
    if (!actor.role().mayDo(Role.OPERATOR)) {
      return new Outcome.Refused("Vai trò của bạn chỉ được xem.");
    }
    if (reason.strip().length() < REASON_AT_LEAST) {
      return new Outcome.Refused("Cần nêu lý do.");
    }
    RepairActionHandler handler = handler(action);
    String because = Masking.maskDigits(reason.strip());
    Preview preview = handler.look(id, parameter);
    if (!(preview instanceof Preview.Possible ready)) {
      return new Outcome.Refused(((Preview.Impossible) preview).why());
    }
    if (action.movesMoney()) {
      return propose(actor, action, id, parameter, because, ready);
    }
    perform(actor, handler, id, parameter, because, ready.words());
    return new Outcome.Done("Đã làm: " + action.title() + ". " + ready.words());
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
      audit.append(actor.login(), "REJECT_" + proposal.action(), proposal.subject(), Masking.maskDigits(reason.strip()),
          "đề nghị " + proposalId);
      return new Outcome.Done("Đã bỏ đề nghị số " + proposalId + ".");
    }).orElseGet(() -> new Outcome.Refused("Không có đề nghị số " + proposalId + " đang chờ duyệt."));
  }

  @Transactional(readOnly = true)
  public List<Proposal> waiting() {
    return proposals.open();
  }

  private Outcome propose(Actor actor, RepairAction action, String id, String parameter, String reason, Preview.Possible seen) {
    String subject = action.subject() + ":" + id;
    return proposals.add(action, subject, parameter, reason, seen.items(), seen.dong(), actor.login()).<Outcome>map(number -> {
      audit.append(actor.login(), "PROPOSE_" + action, subject, reason, seen.words());
      return new Outcome.Proposed(number, "Đề nghị số " + number + " chờ người thứ hai duyệt: " + action.title() + ". " + seen.words());
    }).orElseGet(() -> new Outcome.Refused("Đề nghị này đã có và đang chờ duyệt."));
  }

  private Outcome approve(Actor actor, Proposal proposal) {
    if (actor.is(proposal.proposedBy())) {
      return new Outcome.Refused("Người đề nghị không được tự duyệt; cần người thứ hai.");
    }
    RepairActionHandler handler = handler(proposal.action());
    Preview preview = handler.look(proposal.subjectId(), proposal.parameter());
    if (!(preview instanceof Preview.Possible now)) {
      return new Outcome.Refused(((Preview.Impossible) preview).why());
    }
    if (now.items() != proposal.items() || now.dong() != proposal.dong()) {
      return new Outcome.Refused("Số khoản hoặc số tiền đã khác lúc đề nghị; hãy bỏ đề nghị này và đề nghị lại.");
    }
    perform(actor, handler, proposal.subjectId(), proposal.parameter(), proposal.reason(),
        "đề nghị " + proposal.id() + " của " + proposal.proposedBy() + "; " + now.words());
    proposals.done(proposal.id(), actor.login());
    return new Outcome.Done("Đã duyệt và làm: " + proposal.action().title() + ". " + now.words());
  }

  private void perform(Actor actor, RepairActionHandler handler, String id, String parameter, String reason, String detail) {
    String subject = handler.action().subject() + ":" + id;
    handler.perform(id, parameter, reason, actor);
    proposals.closeCases(handler.action(), subject, actor.login(), reason);
    audit.append(actor.login(), handler.action().name(), subject, reason, detail);
    LOG.info("{} about {} done by {}", handler.action(), subject, actor.login());
  }

  private RepairActionHandler handler(RepairAction action) {
    RepairActionHandler handler = handlers.get(action);
    if (handler == null) {
      throw new IllegalStateException("nobody knows how to do " + action);
    }
    return handler;
  }
}
