package vn.chitra.hub.operations.query;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/**
 * The share of payouts that is paid without cash, over the months and by commune, and the people who are still paid in cash. A closed month
 * is read from its kept sums, an open one from its own payouts; the payouts of closed months are never read for a sum.
 */
@Component
public class CashlessLists {

  /** Most payouts of one list. */
  public static final int MOST = 200;
  private static final String MONTHS = SqlText.of("operations/sum-cashless-months");
  private static final String MONTHS_OF_COMMUNE = SqlText.of("operations/sum-cashless-months-of-commune");
  private static final String COMMUNES = SqlText.of("operations/sum-cashless-communes");
  private static final String OF_COMMUNE = SqlText.of("operations/list-cash-payouts-of-commune");

  private final JdbcClient jdbc;
  private final Names names;

  CashlessLists(JdbcClient jdbc, Names names) {
    this.jdbc = jdbc;
    this.names = names;
  }

  /** Counts and whole dong. @param cash payouts that no account reaches; of an open month the planned ones too */
  public record Sum(long account, long accountVnd, long paid, long paidVnd, long cash) {

    public Sum plus(Sum other) {
      return new Sum(account + other.account, accountVnd + other.accountVnd, paid + other.paid, paidVnd + other.paidVnd, cash + other.cash);
    }
  }

  /** @param programme its code */
  public record Month(YearMonth period, String programme, boolean closed, Sum sum) {}

  /** @param code of the commune, {@code programme} by its name */
  public record Commune(String code, String name, String programme, Sum sum) {}

  /** One payout in cash, masked. @param why the reason for its channel, Vietnamese */
  public record Cash(long id, String programme, String beneficiary, String birthYear, String payee, String dong, String channel,
      String state, String why) {}

  /** @param persons beneficiaries of all payouts in cash, {@code payouts} all of them; the rows are at most {@value #MOST} */
  public record Unreached(long persons, long payouts, List<Cash> rows) {}

  /** By period, then by programme. @param most months */
  public List<Month> months(int most) {
    return months(jdbc.sql(MONTHS).param("most", most));
  }

  /** Of one commune, by period, then by programme. @param most months */
  public List<Month> monthsOf(String commune, int most) {
    return months(jdbc.sql(MONTHS_OF_COMMUNE).param("commune", commune).param("most", most));
  }

  private static List<Month> months(StatementSpec query) {
    return query.query((r, n) -> new Month(YearMonth.from(r.getDate("period").toLocalDate()), r.getString("programme"),
        r.getBoolean("closed"), sum(r))).list();
  }

  public List<Commune> communes(YearMonth period) {
    return jdbc.sql(COMMUNES).param("period", Date.valueOf(period.atDay(1))).query((r, n) -> new Commune(r.getString("commune_code"),
        names.commune(r.getString("commune_code"), period.atDay(1)), names.programme(r.getString("programme")), sum(r))).list();
  }

  public Unreached unreached(YearMonth period, String commune) {
    long[] all = new long[2];
    List<Cash> rows = jdbc.sql(OF_COMMUNE).param("commune", commune).param("period", Date.valueOf(period.atDay(1))).param("most", MOST)
        .query((r, n) -> {
          all[0] = r.getLong("persons");
          all[1] = r.getLong("payouts");
          return cash(r);
        }).list();
    return new Unreached(all[0], all[1], rows);
  }

  private Cash cash(ResultSet r) throws SQLException {
    return new Cash(r.getLong("payout_id"), names.programme(r.getString("programme")), Shown.name(r.getString("beneficiary_name")),
        r.getString("birth_year") == null ? "" : r.getString("birth_year"), Shown.name(r.getString("payee_name")),
        Shown.dong(r.getLong("amount_vnd")), StateNames.channel(r.getString("channel")), StateNames.payout(r.getString("state")),
        names.plain(r.getString("explanation")));
  }

  private static Sum sum(ResultSet r) throws SQLException {
    return new Sum(r.getLong("account_count"), r.getLong("account_vnd"), r.getLong("paid_count"), r.getLong("paid_vnd"),
        r.getLong("cash_count"));
  }
}
