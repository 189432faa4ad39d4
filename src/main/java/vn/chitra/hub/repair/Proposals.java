package vn.chitra.hub.repair;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.DecidedCases;
import vn.chitra.hub.support.SqlText;

/** The stored proposals. */
@Component
public final class Proposals {

  /** One of the subjects of a proposal about several, as the proposer saw it. @param items payouts, @param dong whole dong */
  public record Item(String subject, int items, long dong) {}

  private static final String ADD = SqlText.of("repair/add-proposal");
  private static final String ADD_OF_SEVERAL = SqlText.of("repair/add-proposal-of-several");
  private static final String PROPOSED_ALREADY = SqlText.of("repair/proposed-already");
  private static final String ITEMS = SqlText.of("repair/items-of-proposal");
  private static final String LOCK_OPEN = SqlText.of("repair/lock-open-proposal");
  private static final String OPEN = SqlText.of("repair/open-proposals");
  private static final String APPROVE = SqlText.of("repair/approve-proposal");
  private static final String REJECT = SqlText.of("repair/reject-proposal");
  private static final List<String> LOCK_PAYOUTS = List.of(SqlText.of("repair/lock-payouts/01-payrolls"),
      SqlText.of("repair/lock-payouts/02-payments"), SqlText.of("repair/lock-payouts/03-payouts"));
  private static final String PATIENCE = "3s";
  /** PostgreSQL's own state, which the framework does not know. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final JdbcClient jdbc;
  private final DecidedCases cases;
  private final Clock businessClock;

  Proposals(JdbcClient jdbc, DecidedCases cases, Clock businessClock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.businessClock = businessClock;
  }

  /** The new proposal's id; empty when the same action about one of the subjects is proposed already. */
  public Optional<Long> add(Selection selection, String reason, String proposedBy) {
    String kind = selection.action().subject() + ":";
    SqlArrayValue subjects = new SqlArrayValue("text", selection.items().stream().map(item -> kind + item.id()).toArray());
    boolean already = jdbc.sql(PROPOSED_ALREADY).param("action", selection.action().name()).param("subjects", subjects)
        .query(Boolean.class).single();
    if (already) {
      return Optional.empty();
    }
    JdbcClient.StatementSpec add = jdbc.sql(selection.isOne() ? ADD : ADD_OF_SEVERAL).param("action", selection.action().name())
        .param("parameter", selection.parameter()).param("reason", reason).param("items", selection.payouts())
        .param("amount", selection.dong()).param("by", proposedBy).param("now", now());
    return (selection.isOne() ? add.param("subject", kind + selection.items().get(0).id()) : add.param("subjects", subjects)
        .param("counts", new SqlArrayValue("int4", selection.items().stream().map(Selection.Item::payouts).toArray()))
        .param("amounts", new SqlArrayValue("int8", selection.items().stream().map(Selection.Item::dong).toArray())))
        .query(Long.class).optional();
  }

  /** An undecided proposal, locked until the transaction ends. */
  public Optional<Proposal> lockOpen(long id) {
    return jdbc.sql(LOCK_OPEN).param("id", id).query((r, n) -> proposal(r)).optional();
  }

  public void done(long id, String approvedBy) {
    jdbc.sql(APPROVE).param("id", id).param("by", approvedBy).param("now", now()).update();
  }

  public void rejected(long id, String by) {
    jdbc.sql(REJECT).param("id", id).param("by", by).param("now", now()).update();
  }

  /** Oldest first. */
  public List<Proposal> open() {
    return jdbc.sql(OPEN).query((r, n) -> proposal(r)).list();
  }

  /** The subjects of the proposal: its own, or the several that it was frozen with. */
  public List<Item> items(Proposal proposal) {
    return proposal.isOfSeveral() ? jdbc.sql(ITEMS).param("proposal", proposal.id())
        .query((r, n) -> new Item(r.getString("subject"), r.getInt("item_count"), r.getLong("amount_vnd"))).list()
        : List.of(new Item(proposal.subject(), proposal.items(), proposal.dong()));
  }

  /** Locks several subjects of a kind in the order of every other step, before each is looked at. */
  public void lockAll(String kind, List<String> ids) {
    if (kind.equals("payout")) {
      SqlArrayValue payouts = new SqlArrayValue("int8", ids.stream().flatMap(id -> Ids.number(id).stream()).toArray());
      LOCK_PAYOUTS.forEach(lock -> jdbc.sql(lock).param("payouts", payouts).query(rs -> { }));
    }
  }

  /**
   * Looks, and waits for each lock a few seconds only.
   *
   * @throws org.springframework.dao.CannotAcquireLockException when another transaction holds one for longer
   */
  public Selection lookBriefly(Supplier<Selection> look) {
    jdbc.sql("select set_config('lock_timeout', :patience, true)").param("patience", PATIENCE).query(String.class).single();
    try {
      return look.get();
    } catch (UncategorizedSQLException e) {
      SQLException cause = e.getSQLException();
      if (cause != null && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
        throw new CannotAcquireLockException("another transaction holds what is looked at", e);
      }
      throw e;
    }
  }

  /** Closes the open cases of the action's kinds about the subject, in the person's name. @return how many */
  public int closeCases(RepairAction action, String subject, String by, String resolution) {
    return cases.close(action.replies(), subject, by, resolution);
  }

  private static Proposal proposal(ResultSet r) throws SQLException {
    return new Proposal(r.getLong(1), RepairAction.valueOf(r.getString(2)), r.getString(3), r.getString(4), r.getString(5), r.getInt(6),
        r.getLong(7), r.getString(8), r.getTimestamp(9).toInstant());
  }

  private Timestamp now() {
    return Timestamp.from(businessClock.instant());
  }
}
