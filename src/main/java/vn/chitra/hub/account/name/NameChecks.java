package vn.chitra.hub.account.name;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.chitra.hub.account.name.AccountHolder.AccountStatus;
import vn.chitra.hub.payout.NameCheckedPayments;
import vn.chitra.hub.support.SqlText;

/** Payments that wait for the name check, and the names received so far; every verb takes part in the caller's transaction. */
@Component
public final class NameChecks {

  /** One account. */
  public record Account(String bin, String number) {}

  /**
   * A payment to an account whose holder is known.
   *
   * @param sent the name that is sent with the account
   */
  public record Checked(long paymentId, long payoutId, String endToEndId, long amountVnd, String payee, String sent,
      AccountHolder holder) {

    boolean fits() {
      return holder.fits(payee) && holder.fits(sent);
    }
  }

  /**
   * A query of an account without a usable reply.
   *
   * @param own the bank replies about others: the trouble is the account's
   */
  public record InVain(Account account, String reply, boolean own) {}

  /** A payment that waits because the bank gives no usable reply about its account. */
  public record Troubled(long payoutId, String endToEndId, long amountVnd, String reply) {}

  private static final String UNKNOWN = SqlText.of("account/find-accounts-without-name");
  private static final String KEEP = SqlText.of("account/keep-name");
  private static final String KNOWN = SqlText.of("account/find-payments-of-known-names");
  private static final String LOCK = SqlText.of("account/lock-payments-of-known-names");
  private static final String WAITING = SqlText.of("account/count-payments-waiting-for-name");
  private static final String RETRY = SqlText.of("account/note-name-retry");
  private static final String TROUBLED = SqlText.of("account/find-payments-without-name");
  private static final String OPEN_CASES = SqlText.of("account/find-open-name-cases");

  private final NamedParameterJdbcTemplate named;
  private final JdbcClient jdbc;
  private final NameCheckedPayments payments;

  NameChecks(JdbcTemplate jdbc, NameCheckedPayments payments) {
    this.named = new NamedParameterJdbcTemplate(jdbc);
    this.jdbc = JdbcClient.create(named);
    this.payments = payments;
  }

  /**
   * Accounts of waiting payments that no name younger than that is known of and that are due for a query. Those queried in vain come last.
   */
  public List<Account> unknown(String partner, Collection<String> bins, Instant since, Instant now, int most) {
    return at(UNKNOWN, partner, bins).param("since", Timestamp.from(since)).param("now", Timestamp.from(now)).param("most", most)
        .query((r, n) -> new Account(r.getString(1), r.getString(2))).list();
  }

  public void keep(String partner, Map<Account, AccountHolder> holders, Instant at) {
    named.batchUpdate(KEEP, holders.entrySet().stream().map(one -> new MapSqlParameterSource("partner", partner)
        .addValue("bin", one.getKey().bin()).addValue("number", one.getKey().number())
        .addValue("status", one.getValue().accountStatus().name()).addValue("holder", one.getValue().name(), Types.VARCHAR)
        .addValue("at", Timestamp.from(at))).toArray(MapSqlParameterSource[]::new));
  }

  /** The accounts in trouble of their own are queried more and more seldom, down to once in half an hour. */
  public void retry(String partner, Collection<InVain> queries, Instant at) {
    named.batchUpdate(RETRY, queries.stream().map(one -> new MapSqlParameterSource("partner", partner)
        .addValue("bin", one.account().bin()).addValue("number", one.account().number()).addValue("reply", one.reply())
        .addValue("own", one.own()).addValue("at", Timestamp.from(at))).toArray(MapSqlParameterSource[]::new));
  }

  /** Waiting payments to accounts of which a name younger than that is known. */
  public List<Checked> known(String partner, Collection<String> bins, Instant since, int most) {
    return known(KNOWN, partner, bins, since, most);
  }

  /** The same, locked until the transaction ends; payments locked by another transaction are left for the next run. */
  public List<Checked> lock(String partner, Collection<String> bins, Instant since, int most) {
    return known(LOCK, partner, bins, since, most);
  }

  private List<Checked> known(String sql, String partner, Collection<String> bins, Instant since, int most) {
    return at(sql, partner, bins).param("since", Timestamp.from(since)).param("most", most).query((r, n) -> checked(r)).list();
  }

  private static Checked checked(ResultSet r) throws SQLException {
    return new Checked(r.getLong(1), r.getLong(2), r.getString(3), r.getLong(4), r.getString(8),
        Objects.requireNonNullElse(r.getString(5), ""), new AccountHolder(AccountStatus.valueOf(r.getString(6)), r.getString(7)));
  }

  /** They wait no longer; those of the second list may not be batched before a person has decided. */
  public void settle(Collection<Long> checked, Collection<Long> frozen, Instant at) {
    payments.settle(checked, frozen, at);
  }

  /** Payments released before then that wait because of their account alone, up to so many. */
  public List<Troubled> troubledSince(String partner, Collection<String> bins, Instant before, int most) {
    return at(TROUBLED, partner, bins).param("before", Timestamp.from(before)).param("most", most)
        .query((r, n) -> new Troubled(r.getLong(1), r.getString(2), r.getLong(3), r.getString(4))).list();
  }

  /** The subjects of the partner's open cases about names. */
  public List<String> openCases(String partner) {
    return jdbc.sql(OPEN_CASES).param("partner", partner).query(String.class).list();
  }

  /** Payments released before then that still wait, and not because of their account alone: count. */
  public int waitingSince(String partner, Collection<String> bins, Instant before) {
    return at(WAITING, partner, bins).param("before", Timestamp.from(before)).query(Integer.class).single();
  }

  private StatementSpec at(String sql, String partner, Collection<String> bins) {
    return jdbc.sql(sql).param("partner", partner).param("bins", bins.toArray(String[]::new));
  }
}
