package vn.chitra.hub.operations.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.partner.Communes;
import vn.chitra.hub.support.NameFolding;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/**
 * Finds payouts by one text: a payment's endToEndId, {@code PAYROLL/LINE}, a payout's number, an entitlement, or commune, name and year of
 * birth separated by commas. Names are compared folded; a commune is searched in its newest {@value #PERIODS} periods.
 */
@Component
public class PayoutSearch {

  /** Periods of a commune that are searched for a name. */
  public static final int PERIODS = 6;
  /** Most payouts in one list. */
  public static final int MOST = 50;
  private static final String OF_LINE = SqlText.of("operations/find-payouts-of-line");
  private static final String OF_ENTITLEMENT = SqlText.of("operations/find-payouts-of-entitlement");
  private static final String OF_COMMUNE = SqlText.of("operations/find-payouts-of-commune");
  private static final String LIST = SqlText.of("operations/list-payouts");
  private static final Pattern END_TO_END_ID = Pattern.compile("H[0-9A-HJKMNP-TV-Z]{15}");
  private static final Pattern LINE = Pattern.compile("(.{1,40})/([0-9]{1,9})");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");

  private final JdbcClient jdbc;
  private final Communes communes;
  private final Names names;
  private final Texts texts;
  private final Clock businessClock;

  PayoutSearch(JdbcClient jdbc, Communes communes, Names names, Texts texts, Clock businessClock) {
    this.jdbc = jdbc;
    this.communes = communes;
    this.names = names;
    this.texts = texts;
    this.businessClock = businessClock;
  }

  /** One payout of a list, masked: initials and year of birth. */
  public record Found(long id, String beneficiary, String payee, String birthYear, String commune, String programme, String months,
      String dong, String channel, String partner, String state) {}

  /** Ids by a key, the newest first; none for a text that is no key. */
  public List<Long> byKey(String text, int most) {
    String what = text.strip();
    Matcher line = LINE.matcher(what);
    if (END_TO_END_ID.matcher(what.toUpperCase(Locale.ROOT)).matches()) {
      return ids(jdbc.sql("select payout_id from payment where end_to_end_id = :payment").param("payment", what.toUpperCase(Locale.ROOT)));
    }
    if (line.matches()) {
      return ids(jdbc.sql(OF_LINE).param("payroll", line.group(1)).param("line", Integer.parseInt(line.group(2))));
    }
    if (what.matches("[0-9]{1,18}")) {
      return ids(jdbc.sql("select payout_id from payout where payout_id = :payout").param("payout", Long.parseLong(what)));
    }
    return ids(jdbc.sql(OF_ENTITLEMENT).param("entitlement", what).param("most", most));
  }

  /** By key, else by commune, name and year of birth; at most {@value #MOST}. */
  public List<Found> find(String text) {
    List<Long> found = byKey(text, MOST);
    return list(found.isEmpty() ? byPerson(text) : found);
  }

  private List<Long> byPerson(String text) {
    String[] parts = Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toArray(String[]::new);
    if (parts.length < 2) {
      return List.of();
    }
    Set<String> codes = communes.named(parts[0], LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM));
    Optional<String> year = Arrays.stream(parts).skip(1).filter(part -> YEAR.matcher(part).matches()).findFirst();
    String name = Arrays.stream(parts).skip(1).filter(part -> !YEAR.matcher(part).matches()).findFirst().map(NameFolding::fold).orElse("");
    List<Long> found = new ArrayList<>();
    if (!codes.isEmpty() && (year.isPresent() || !name.isEmpty())) {
      jdbc.sql(OF_COMMUNE).param("communes", new SqlArrayValue("varchar", codes.toArray())).param("periods", PERIODS)
          .param("year", year.map(Short::valueOf).orElse(null), Types.SMALLINT).query(r -> {
            if (found.size() < MOST && (has(r.getString("beneficiary_name"), name) || has(r.getString("payee_name"), name))) {
              found.add(r.getLong("payout_id"));
            }
          });
    }
    return found;
  }

  /** Whole words only: {@code AN} is not found in {@code LAN}. */
  private static boolean has(String full, String folded) {
    return (" " + NameFolding.fold(full) + " ").contains(folded.isEmpty() ? "" : " " + folded + " ");
  }

  private List<Found> list(List<Long> ids) {
    return jdbc.sql(LIST).param("payouts", new SqlArrayValue("int8", ids.toArray())).query((r, n) -> found(r)).list();
  }

  private Found found(ResultSet r) throws SQLException {
    LocalDate period = r.getDate("period").toLocalDate();
    String channel = r.getString("channel");
    return new Found(r.getLong("payout_id"), Shown.name(r.getString("beneficiary_name")), Shown.name(r.getString("payee_name")),
        r.getString("birth_year") == null ? "" : r.getString("birth_year"), names.commune(r.getString("commune_code"), period),
        names.programme(r.getString("programme")), Shown.months(r.getDate("for_from").toLocalDate(), r.getDate("for_to").toLocalDate()),
        Shown.dong(r.getLong("amount_vnd")), channel == null ? texts.of("channel.none") : StateNames.channel(channel),
        names.partner(r.getString("partner")), StateNames.payout(r.getString("state")));
  }

  private static List<Long> ids(StatementSpec query) {
    return query.query(Long.class).list();
  }
}
