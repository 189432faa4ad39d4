package vn.chitra.hub.operations.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.partner.Communes;
import vn.chitra.hub.support.NameFolding;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/**
 * Finds payouts by one text: a payment's endToEndId, {@code PAYROLL/LINE}, a payout's number, an entitlement, or name, year of birth and
 * commune in any order, with commas or without. Names are compared folded; a commune is searched in its newest {@value #PERIODS} periods,
 * a name and a year without a commune in the newest {@value #PERIODS_OF_ALL} periods of the province.
 */
@Component
public class PayoutSearch {

  /** Periods of a commune that are searched for a name. */
  public static final int PERIODS = 6;
  /** Periods of the whole province that are searched for a name and a year of birth. */
  public static final int PERIODS_OF_ALL = 2;
  /** Most payouts in one list. */
  public static final int MOST = 50;
  private static final String OF_PAYMENT = SqlText.of("operations/find-payouts-of-payment");
  private static final String OF_NUMBER = "select payout_id from payout where payout_id = :payout"
      + " union all select payout_id from archived_payout where payout_id = :payout";
  private static final String OF_LINE = SqlText.of("operations/find-payouts-of-line");
  private static final String OF_ENTITLEMENT = SqlText.of("operations/find-payouts-of-entitlement");
  private static final String OF_COMMUNE = SqlText.of("operations/find-payouts-of-commune");
  private static final String OF_YEAR = SqlText.of("operations/find-payouts-of-year");
  private static final String LIST = SqlText.of("operations/list-payouts");
  private static final Pattern END_TO_END_ID = Pattern.compile("H[0-9A-HJKMNP-TV-Z]{15}");
  private static final Pattern LINE = Pattern.compile("(.{1,40})/([0-9]{1,9})");

  private final JdbcClient jdbc;
  private final Communes communes;
  private final ArchivedPayoutLists archived;
  private final Names names;
  private final Texts texts;
  private final Clock businessClock;

  PayoutSearch(JdbcClient jdbc, Communes communes, ArchivedPayoutLists archived, Names names, Texts texts, Clock businessClock) {
    this.jdbc = jdbc;
    this.communes = communes;
    this.archived = archived;
    this.names = names;
    this.texts = texts;
    this.businessClock = businessClock;
  }

  /** One payout of a list, masked: initials and year of birth; of an archived one no person. */
  public record Found(long id, boolean archived, String beneficiary, String payee, String birthYear, String commune, String programme,
      String months, String dong, String channel, String partner, String state) {}

  /**
   * One understanding of a text.
   *
   * @param communes names, empty means the whole province
   * @param name folded, parts between points where the commune or the year stood between them
   * @param birthYear empty without one
   */
  public record Understood(String communes, String name, String birthYear) {}

  /**
   * @param found at most {@value #MOST}
   * @param understood how a text that is no key was understood; several where the words of a commune may be a part of the name
   */
  public record Results(List<Found> found, List<Understood> understood) {}

  /** Ids by a key, the newest first, archived ones too; none for a text that is no key. */
  public List<Long> byKey(String text, int most) {
    String what = text.strip();
    Matcher line = LINE.matcher(what);
    if (END_TO_END_ID.matcher(what.toUpperCase(Locale.ROOT)).matches()) {
      return ids(jdbc.sql(OF_PAYMENT).param("payment", what.toUpperCase(Locale.ROOT)));
    }
    if (line.matches()) {
      return ids(jdbc.sql(OF_LINE).param("payroll", line.group(1)).param("line", Integer.parseInt(line.group(2))));
    }
    if (what.matches("[0-9]{1,18}")) {
      return ids(jdbc.sql(OF_NUMBER).param("payout", Long.parseLong(what)));
    }
    return ids(jdbc.sql(OF_ENTITLEMENT).param("entitlement", what).param("most", most));
  }

  /** By key, else by name, year of birth and commune; at most {@value #MOST}. Nothing is found by an empty text. */
  public Results find(String text) {
    List<Long> byKey = byKey(text, MOST);
    List<PersonWords.Person> persons = byKey.isEmpty() ? persons(text) : List.of();
    List<Long> found = byKey.isEmpty() ? persons.stream().flatMap(person -> of(person).stream()).distinct().limit(MOST).toList() : byKey;
    return new Results(list(found), persons.stream().map(this::understood).distinct().toList());
  }

  private Understood understood(PersonWords.Person one) {
    return new Understood(one.communes().stream().sorted().map(code -> names.commune(code, today())).distinct()
        .collect(Collectors.joining(", ")), String.join(" … ", one.names()), one.year().orElse(""));
  }

  private List<PersonWords.Person> persons(String text) {
    Map<String, Set<String>> known = communes.byName(today());
    return PersonWords.separated(text, known).filter(PersonWords.Person::isEnough).map(List::of)
        .orElseGet(() -> PersonWords.of(text, known));
  }

  private List<Long> of(PersonWords.Person person) {
    List<Long> found = new ArrayList<>();
    boolean everywhere = person.communes().isEmpty();
    StatementSpec query = everywhere ? jdbc.sql(OF_YEAR).param("periods", PERIODS_OF_ALL)
        : jdbc.sql(OF_COMMUNE).param("communes", new SqlArrayValue("varchar", person.communes().toArray())).param("periods", PERIODS);
    query.param("year", person.year().map(Short::valueOf).orElse(null), Types.SMALLINT).query(r -> {
      if (found.size() < MOST && (hasAll(r.getString("beneficiary_name"), person) || hasAll(r.getString("payee_name"), person))) {
        found.add(r.getLong("payout_id"));
      }
    });
    return found;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM);
  }

  private static boolean hasAll(String full, PersonWords.Person person) {
    return person.names().stream().allMatch(name -> has(full, name));
  }

  /** Whole words only: {@code AN} is not found in {@code LAN}. */
  private static boolean has(String full, String folded) {
    return (" " + NameFolding.fold(full) + " ").contains(" " + folded + " ");
  }

  private List<Found> list(List<Long> ids) {
    List<Found> found = new ArrayList<>(
        jdbc.sql(LIST).param("payouts", new SqlArrayValue("int8", ids.toArray())).query((r, n) -> found(r)).list());
    archived.list(ids).forEach(one -> found.add(new Found(one.id(), true, "", "", "", one.commune(), one.programme(), one.months(),
        one.dong(), one.channel(), one.partner(), texts.of("archived.state", one.state()))));
    return found;
  }

  private Found found(ResultSet r) throws SQLException {
    LocalDate period = r.getDate("period").toLocalDate();
    String channel = r.getString("channel");
    return new Found(r.getLong("payout_id"), false, Shown.name(r.getString("beneficiary_name")), Shown.name(r.getString("payee_name")),
        r.getString("birth_year") == null ? "" : r.getString("birth_year"), names.commune(r.getString("commune_code"), period),
        names.programme(r.getString("programme")), Shown.months(r.getDate("for_from").toLocalDate(), r.getDate("for_to").toLocalDate()),
        Shown.dong(r.getLong("amount_vnd")), channel == null ? texts.of("channel.none") : StateNames.channel(channel),
        names.partner(r.getString("partner")), StateNames.payout(r.getString("state")));
  }

  private static List<Long> ids(StatementSpec query) {
    return query.query(Long.class).list();
  }
}
