package vn.chitra.hub.repair;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.audit.AuditTrail;
import vn.chitra.hub.payout.ForgottenFiles;
import vn.chitra.hub.support.Masking;
import vn.chitra.hub.support.Word;

/**
 * The single entry point for actions of persons. An action that moves money needs a proposal and the approval of another person (money rule
 * 10). The approved action is exactly the proposed one: if its subject changed meanwhile, the approval is refused. A refusal changes
 * nothing. A completed action commits with its audit event and closes its cases, or not at all. A request may be about several subjects:
 * they are frozen with it, done all or none, and have one audit event.
 */
@Component
public class Repairs {

  private static final Logger LOG = LoggerFactory.getLogger(Repairs.class);
  private static final int REASON_AT_LEAST = 5;
  /** Most subjects of one request: they are locked and done together, so that others wait for seconds and not for minutes. */
  public static final int MOST = 2000;

  private final Map<RepairAction, RepairActionHandler> handlers = new EnumMap<>(RepairAction.class);
  private final Proposals proposals;
  private final AuditTrail audit;
  private final ForgottenFiles forgotten;

  Repairs(List<RepairActionHandler> handlers, Proposals proposals, AuditTrail audit, ForgottenFiles forgotten) {
    handlers.forEach(handler -> this.handlers.put(handler.action(), handler));
    this.proposals = proposals;
    this.audit = audit;
    this.forgotten = forgotten;
  }

  /** The number and sum on which a person decided. @param payouts of all subjects, @param dong whole dong */
  public record Seen(int payouts, long dong) {}

  /** The effect of the action now, about one subject or several. Changes nothing; waits for a lock a few seconds only. */
  @Transactional
  public Selection preview(RepairAction action, Collection<String> ids, String parameter) {
    return proposals.lookBriefly(() -> look(action, ids, parameter));
  }

  /**
   * Carries out the action at once, or proposes it when it needs two persons.
   *
   * @param id of the subject, without the word before the colon
   * @param parameter of the action, empty where it takes none
   */
  @Transactional
  public Outcome request(Actor actor, RepairAction action, String id, String parameter, String reason) {
    return request(actor, action, List.of(id), parameter, reason, null);
  }

  /** As {@link #request(Actor, RepairAction, String, String, String)} about several subjects; refused when they are not as seen. */
  @Transactional
  public Outcome requestSeen(Actor actor, RepairAction action, Collection<String> ids, String parameter, String reason, Seen seen) {
    return request(actor, action, ids, parameter, reason, seen);
  }

  private Outcome request(Actor actor, RepairAction action, Collection<String> ids, String parameter, String reason, @Nullable Seen seen) {
    if (!actor.role().mayDo(Role.OPERATOR)) {
      return refused("Vai trò của bạn chỉ được xem.", "Your role may only look.");
    }
    if (reason.strip().length() < REASON_AT_LEAST) {
      return refused("Cần nêu lý do.", "A reason is needed.");
    }
    if (ids.isEmpty() || ids.size() > MOST || ids.size() > 1 && !action.takesSeveral()) {
      return refused("Việc này làm cho từ một đến %s đối tượng một lần.", "This action takes one to %s subjects at a time.",
          action.takesSeveral() ? MOST : 1);
    }
    String because = Masking.maskDigits(reason.strip());
    Selection now = look(action, ids, parameter);
    if (!now.isPossible()) {
      return new Outcome.Refused(now.why());
    }
    if (seen != null && (seen.payouts() != now.payouts() || seen.dong() != now.dong())) {
      return refused("Số khoản hoặc số tiền đã khác lúc xem; hãy xem lại.",
          "Number or amount differ from what you saw; please look again.");
    }
    if (action.movesMoney()) {
      return propose(actor, now, because);
    }
    perform(actor, now, because, now.subject(), now.detail());
    return new Outcome.Done(Word.of("Đã làm: %s. %s", "Done: %s. %s", action.word(), now.text()));
  }

  @Transactional
  public Outcome approve(Actor actor, long proposalId) {
    if (!actor.role().mayDo(Role.APPROVER)) {
      return refused("Chỉ người duyệt mới được duyệt đề nghị.", "Only approvers may approve proposals.");
    }
    return proposals.lockOpen(proposalId).map(proposal -> approve(actor, proposal))
        .orElseGet(() -> notWaiting(proposalId));
  }

  /** Takes a proposal from the table: an approver's no, or the proposer's own change of mind. */
  @Transactional
  public Outcome reject(Actor actor, long proposalId, String reason) {
    if (reason.strip().length() < REASON_AT_LEAST) {
      return refused("Cần nêu lý do.", "A reason is needed.");
    }
    return proposals.lockOpen(proposalId).map(proposal -> {
      if (!actor.role().mayDo(Role.APPROVER) && !actor.is(proposal.proposedBy())) {
        return refused("Chỉ người duyệt hoặc chính người đề nghị mới được bỏ đề nghị.",
            "Only approvers and the proposer may reject a proposal.");
      }
      proposals.rejected(proposalId, actor.login());
      audit.append(actor.login(), "REJECT_" + proposal.action(), proposal.subject(), Masking.maskDigits(reason.strip()),
          "đề nghị " + proposalId);
      return new Outcome.Done(Word.of("Đã bỏ đề nghị số %s.", "Proposal %s is rejected.", proposalId));
    }).orElseGet(() -> notWaiting(proposalId));
  }

  @Transactional(readOnly = true)
  public List<Proposal> waiting() {
    return proposals.open();
  }

  /** The effect of a proposal now, each of its subjects beside what the proposer saw. Changes nothing. */
  @Transactional
  public Selection preview(Proposal proposal) {
    return proposals.lookBriefly(() -> look(proposal));
  }

  private Outcome propose(Actor actor, Selection selection, String reason) {
    RepairAction action = selection.action();
    return proposals.add(selection, reason, actor.login()).<Outcome>map(number -> {
      audit.append(actor.login(), "PROPOSE_" + action, selection.isOne() ? selection.subject() : Proposal.OF_SEVERAL + number, reason,
          selection.detail());
      return new Outcome.Proposed(number, Word.of("Đề nghị số %s chờ người thứ hai duyệt: %s. %s",
          "Proposal %s waits for a second person: %s. %s", number, action.word(), selection.text()));
    }).orElseGet(() -> refused("Đề nghị này đã có và đang chờ duyệt.", "This proposal exists and waits for approval."));
  }

  private Outcome approve(Actor actor, Proposal proposal) {
    if (actor.is(proposal.proposedBy())) {
      return refused("Người đề nghị không được tự duyệt; cần người thứ hai.",
          "A proposer may not approve; a second person is needed.");
    }
    Selection now = look(proposal);
    if (!now.isPossible()) {
      return new Outcome.Refused(now.why());
    }
    if (!asFrozen(proposal, now)) {
      return refused("Số khoản hoặc số tiền đã khác lúc đề nghị; hãy bỏ đề nghị này và đề nghị lại.",
          "Number or amount differ from the proposal; please reject it and propose again.");
    }
    perform(actor, now, proposal.reason(), proposal.subject(), "đề nghị " + proposal.id() + " của " + proposal.proposedBy() + "; "
        + now.detail());
    proposals.done(proposal.id(), actor.login());
    return new Outcome.Done(Word.of("Đã duyệt và làm: %s. %s", "Approved and done: %s. %s", proposal.action().word(), now.text()));
  }

  private static Outcome refused(String vietnamese, String english, Object... values) {
    return new Outcome.Refused(Word.of(vietnamese, english, values));
  }

  private static Outcome notWaiting(long proposalId) {
    return refused("Không có đề nghị số %s đang chờ duyệt.", "No proposal %s waits for approval.", proposalId);
  }

  /** Whether each subject still has the number and sum with which it was proposed. */
  private boolean asFrozen(Proposal proposal, Selection now) {
    return now.items().stream().map(item -> new Proposals.Item(now.subject(item), item.payouts(), item.dong())).toList()
        .equals(proposals.items(proposal)) && now.payouts() == proposal.items() && now.dong() == proposal.dong();
  }

  private Selection look(Proposal proposal) {
    int kind = proposal.action().subject().length() + 1;
    return look(proposal.action(), proposals.items(proposal).stream().map(item -> item.subject().substring(kind)).toList(),
        proposal.parameter());
  }

  /** Reads from outside what the action needs, locks all subjects in one order, then looks at each. */
  private Selection look(RepairAction action, Collection<String> ids, String parameter) {
    List<String> ordered = ids.stream().map(Repairs::plain).distinct()
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())).toList();
    Function<String, RepairActionHandler.Preview> look = action.endsOrReplacesPayments() && forgotten.mayExist() ? id -> notYet()
        : handler(action).lookAt(ordered, parameter);
    if (ordered.size() > 1) {
      proposals.lockAll(action.subject(), ordered);
    }
    return new Selection(action, parameter, ordered.stream().map(id -> new Selection.Item(id, look.apply(id))).toList());
  }

  private static RepairActionHandler.Preview notYet() {
    return RepairActionHandler.Preview.Impossible.because(
        "Cơ sở dữ liệu vừa được khôi phục: khoản chi có thể đã đi trong một tệp mà nó quên. Chờ hai người cho gửi tiếp (RELEASE_RESTORED).",
        "The database was restored: the payment may have left in a file that it forgot. Wait until two persons resume sending"
            + " (RELEASE_RESTORED).");
  }

  /** Two spellings of one number are one subject. */
  private static String plain(String id) {
    return id.matches("0+[0-9]{1,17}") ? id.replaceFirst("^0+(?=.)", "") : id;
  }

  private void perform(Actor actor, Selection selection, String reason, String subject, String detail) {
    RepairActionHandler handler = handler(selection.action());
    for (Selection.Item item : selection.items()) {
      boolean ends = handler.endsCases(item.id(), selection.parameter());
      handler.perform(item.id(), selection.parameter(), reason, actor);
      if (ends) {
        proposals.closeCases(handler.action(), selection.subject(item), actor.login(), reason);
      }
    }
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
