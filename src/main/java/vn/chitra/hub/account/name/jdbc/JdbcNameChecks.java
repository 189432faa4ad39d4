package vn.chitra.hub.account.name.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.account.name.AccountHolder;
import vn.chitra.hub.account.name.AccountHolder.AccountStatus;
import vn.chitra.hub.account.name.NameChecks;

@Component
class JdbcNameChecks implements NameChecks {

  private static final String WAITING = " l.partner = ? and l.planned and not l.frozen and l.name_checked_at is null"
      + " and l.bank_bin = any (?::bpchar[]) ";
  private static final String NAME_OF_PAYMENT = " account_name n where n.partner = l.partner and n.bank_bin = l.bank_bin"
      + " and n.account_no = l.account_no and n.queried_at > ? ";

  private final JdbcTemplate jdbc;

  JdbcNameChecks(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Account> unknown(String partner, Collection<String> bins, Instant since, int most) {
    return jdbc.query("select distinct l.bank_bin, l.account_no from payment l where" + WAITING + "and not exists (select from"
        + NAME_OF_PAYMENT
        + ") order by 1, 2 limit ?", (r, n) -> new Account(r.getString(1), r.getString(2)), partner, array(bins), Timestamp.from(since),
        most);
  }

  @Override
  public void keep(String partner, Map<Account, AccountHolder> holders, Instant at) {
    jdbc.batchUpdate("insert into account_name (partner, bank_bin, account_no, account_status, holder, queried_at) values (?, ?, ?, ?,"
        + " ?, ?)"
        + " on conflict (partner, bank_bin, account_no) do update set account_status = excluded.account_status, holder = excluded.holder,"
        + " queried_at = excluded.queried_at", holders.entrySet().stream().map(one -> new Object[] {partner, one.getKey().bin(),
            one.getKey().number(), one.getValue().accountStatus().name(), one.getValue().name(), Timestamp.from(at)}).toList());
  }

  @Override
  public List<Checked> known(String partner, Collection<String> bins, Instant since, int most) {
    return known(partner, bins, since, most, "");
  }

  @Override
  public List<Checked> lock(String partner, Collection<String> bins, Instant since, int most) {
    return known(partner, bins, since, most, " for update of l skip locked");
  }

  private List<Checked> known(String partner, Collection<String> bins, Instant since, int most, String lock) {
    return jdbc.query("select l.payment_id, l.payout_id, l.end_to_end_id, l.amount_vnd, l.account_name, n.account_status, n.holder from"
        + " payment l," + NAME_OF_PAYMENT + "and" + WAITING + "order by l.payment_id limit ?" + lock, (r, n) -> checked(r),
        Timestamp.from(since), partner, array(bins), most);
  }

  private static Checked checked(ResultSet r) throws SQLException {
    return new Checked(r.getLong(1), r.getLong(2), r.getString(3), r.getLong(4), Objects.requireNonNullElse(r.getString(5), ""),
        new AccountHolder(AccountStatus.valueOf(r.getString(6)), r.getString(7)));
  }

  @Override
  public void settle(Collection<Long> checked, Collection<Long> frozen, Instant at) {
    jdbc.update("update payment set name_checked_at = ?, frozen = frozen or payment_id = any (?), updated_at = ? where payment_id = any (?)"
        + " and planned", Timestamp.from(at), frozen.toArray(Long[]::new), Timestamp.from(at), checked.toArray(Long[]::new));
  }

  @Override
  public int waitingSince(String partner, Collection<String> bins, Instant before) {
    return Objects.requireNonNull(jdbc.queryForObject("select count(*) from payment l where" + WAITING + "and l.released_at <= ?",
        Integer.class, partner, array(bins), Timestamp.from(before)));
  }

  private static String[] array(Collection<String> bins) {
    return bins.toArray(String[]::new);
  }
}
