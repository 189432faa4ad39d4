package vn.chitra.hub.operations.query;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** Payouts whose month is in the archive, for the console: the content of their slim rows, which have no personal data. */
@Component
public class ArchivedPayoutLists {

  private static final String LIST = SqlText.of("operations/list-archived-payouts");
  private static final String PAYMENTS = SqlText.of("operations/read-payments-of-archived-payout");

  private final JdbcClient jdbc;
  private final Names names;
  private final Texts texts;

  ArchivedPayoutLists(JdbcClient jdbc, Names names, Texts texts) {
    this.jdbc = jdbc;
    this.names = names;
    this.texts = texts;
  }

  /** One archived payout, in words. */
  public record Archived(long id, String period, String commune, String programme, String months, String dong, String channel,
      String partner, String state) {}

  /** One of its payments. @param batch null where it was in no file */
  public record Payment(String endToEndId, String channel, String partner, String state, @Nullable Long batch, String file) {}

  /** Those of the ids that are archived, the newest first. */
  public List<Archived> list(Collection<Long> ids) {
    return jdbc.sql(LIST).param("payouts", new SqlArrayValue("int8", ids.toArray())).query((r, n) -> {
      LocalDate period = r.getDate("period").toLocalDate();
      return new Archived(r.getLong("payout_id"), Shown.months(period, period), names.commune(r.getString("commune_code"), period),
          names.programme(r.getString("programme")), Shown.months(r.getDate("for_from").toLocalDate(), r.getDate("for_to").toLocalDate()),
          Shown.dong(r.getLong("amount_vnd")), channel(r.getString("channel")), names.partner(r.getString("partner")),
          StateNames.payout(r.getString("state")));
    }).list();
  }

  /** Empty for a payout that is not archived. */
  public Optional<Archived> of(long payout) {
    return list(List.of(payout)).stream().findFirst();
  }

  /** The newest first. */
  public List<Payment> payments(long payout) {
    return jdbc.sql(PAYMENTS).param("payout", payout).query((r, n) -> new Payment(r.getString("end_to_end_id"),
        channel(r.getString("channel")), names.partner(r.getString("partner")), StateNames.payment(r.getString("state")),
        r.getObject("batch_id", Long.class), r.getString("file_name"))).list();
  }

  private String channel(@Nullable String channel) {
    return channel == null ? texts.of("channel.none") : StateNames.channel(channel);
  }
}
