package vn.chitra.hub.sim.welfare;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.sim.BusinessDays;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.Decisions;
import vn.chitra.hub.sim.Resources;

/**
 * Fills a welfare database with people and the payrolls of one month, in one transaction. One line in 50 is spoilt (one in four where the
 * province is cut down to a few communes), one payroll has wrong totals, one is of a commune that no longer exists; {@code
 * maker.expected_line} holds the expected results.
 */
public final class ProvinceMaker {

  private static final String[] PROGRAMMES = {"NCC", "BTXH", "HTXH"};
  private static final int[] SHARES = {30, 45, 25};
  private static final int ONE_IN = 50;
  private static final int ONE_IN_A_SMALL_PROVINCE = 4;
  private static final int FLUSH_LINES = 5_000;
  private static final int GONE_COMMUNE_LINES = 3;
  private static final String OLD_AGENCY = "PLD148";
  private static final int FIRST_OF_OTHERS = 900_250_000;   // numbers of persons and accounts are made of its last digits

  private final Decisions decisions;
  private final Plan plan;
  private final BusinessDays days = BusinessDays.vietnam();
  private final LineMaker lines;
  private final Faults faults;
  private final WelfareTables tables = new WelfareTables();
  private final Deque<Fault> wanted = new ArrayDeque<>();
  private final Map<String, Spare> elsewhere = new HashMap<>();
  private int made;

  private ProvinceMaker(Plan plan, int first) {
    this.plan = plan;
    this.decisions = new Decisions(plan.seed());
    this.lines = new LineMaker(decisions, plan.month(), first);
    this.faults = new Faults(plan.month());
  }

  /** @param payouts number of lines over all payrolls; @param communes how many of the province's communes, 0 = all */
  public record Plan(long seed, int payouts, YearMonth month, int communes) {

    /** In every commune. */
    public Plan(long seed, int payouts, YearMonth month) {
      this(seed, payouts, month, 0);
    }
  }

  /** Codes of the province's communes of today, the first so many of them; 0 = all. */
  public static Set<String> communes(int limit) {
    return Resources.rows("/welfare-db/communes.csv").stream().filter(row -> row[3].isEmpty()).map(row -> row[0])
        .limit(limit == 0 ? Long.MAX_VALUE : limit).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private record Commune(String code, String name) {}

  private record Payroll(String id, String programme, Commune commune, Instant approvedAt, boolean lies, boolean communeIsGone) {
    boolean isTakenBefore(Payroll other) {
      return approvedAt.equals(other.approvedAt) ? id.compareTo(other.id) < 0 : approvedAt.isBefore(other.approvedAt);
    }
  }

  /** An ordinary line of another payroll that may be repeated once. */
  private record Spare(Payroll payroll, Line line) {}

  /** Makes the month unless some month is there already; the plan that the data really follows is returned. */
  public static Plan make(DatabaseAccess owner, Plan plan) throws SQLException, IOException {
    try (Connection connection = owner.open()) {
      connection.setAutoCommit(false);
      Plan before = madeBefore(connection);
      if (before != null) {
        return before;
      }
      ProvinceMaker maker = new ProvinceMaker(plan, 0);
      maker.fill(connection, maker.places(true));
      connection.commit();
      return plan;
    }
  }

  /** Another month, of other people, for a province that is there: none of them is in a payroll of both. */
  public static void addOthers(DatabaseAccess owner, Plan plan) throws SQLException, IOException {
    try (Connection connection = owner.open()) {
      connection.setAutoCommit(false);
      ProvinceMaker maker = new ProvinceMaker(plan, FIRST_OF_OTHERS);
      maker.fill(connection, maker.places(false));
      connection.commit();
    }
  }

  private static @Nullable Plan madeBefore(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT seed, payouts, month FROM maker.made ORDER BY month LIMIT 1")) {
      return row.next() ? new Plan(row.getLong(1), row.getInt(2), YearMonth.parse(row.getString(3))) : null;
    }
  }

  private void fill(Connection connection, List<Commune> places) throws SQLException, IOException {
    Set<String> played = communes(plan.communes());
    List<Commune> communes = places.stream().filter(commune -> played.contains(commune.code())).toList();
    int gone = plan.payouts() >= 100 ? GONE_COMMUNE_LINES : 0;
    int lying = communes.size() * PROGRAMMES.length / 2
        + decisions.below(Math.min(50, communes.size()), "lying payroll", plan.month());
    long[] bounds = bounds(communes, plan.payouts() - gone);
    for (int i = 0; i < bounds.length; i++) {
      Commune commune = communes.get(i / PROGRAMMES.length);
      long count = bounds[i] - (i == 0 ? 0 : bounds[i - 1]);
      payroll(connection, header(PROGRAMMES[i % PROGRAMMES.length], commune, i == lying, false), (int) count);
    }
    payroll(connection, header("BTXH", goneCommune(), false, true), gone);
    tables.flush(connection);
    haveBeenThereForLong(connection);
    try (PreparedStatement note = connection.prepareStatement("INSERT INTO maker.made (month, seed, payouts) VALUES (?, ?, ?)")) {
      note.setString(1, plan.month().toString());
      note.setLong(2, plan.seed());
      note.setInt(3, plan.payouts());
      note.executeUpdate();
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE");
    }
  }

  /** @param written whether agencies and units of all times are written too; @return the communes of today */
  private List<Commune> places(boolean written) {
    List<String[]> rows = Resources.rows("/welfare-db/communes.csv");
    if (written) {
      tables.agencies.row(OLD_AGENCY, "Phòng Lao động - Thương binh và Xã hội thành phố Hòa Bình", "DISTRICT", "2004-01-01", "2025-06-30");
      rows.forEach(this::place);
    }
    return rows.stream().filter(row -> row[3].isEmpty()).map(row -> new Commune(row[0], row[1])).toList();
  }

  private void place(String[] row) {
    LocalDate from = row[2].isEmpty() ? LocalDate.of(2004, 1, 1) : LocalDate.parse(row[2]);
    tables.units.row(row[0], row[1], from, row[3].isEmpty() ? null : row[3]);
    if (row[3].isEmpty()) {
      tables.agencies.row("UB" + row[0], "Ủy ban nhân dân " + lowerFirst(row[1]), "COMMUNE", from, null);
    }
  }

  private static String lowerFirst(String name) {
    return name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
  }

  /** A code that named a place only until the reform of 2025. */
  private Commune goneCommune() {
    List<String[]> rows = Resources.rows("/welfare-db/communes.csv");
    List<String> valid = rows.stream().filter(row -> row[3].isEmpty()).map(row -> row[0]).toList();
    String[] gone = rows.stream().filter(row -> !valid.contains(row[0])).findFirst().orElseThrow();
    return new Commune(gone[0], gone[1]);
  }

  /** Running totals of lines over all payrolls, communes of different size. */
  private long[] bounds(List<Commune> communes, int count) {
    long[] bounds = new long[communes.size() * PROGRAMMES.length];
    long weight = 0;
    for (int i = 0; i < bounds.length; i++) {
      weight += (long) SHARES[i % SHARES.length] * (6 + decisions.below(15, "size", communes.get(i / SHARES.length).code()));
      bounds[i] = weight;
    }
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = bounds[i] * count / weight;
    }
    return bounds;
  }

  private Payroll header(String programme, Commune commune, boolean lies, boolean gone) {
    String id = "BL-" + plan.month().toString().replace("-", "") + "-" + programme + "-" + commune.code();
    List<LocalDate> approvalDays = plan.month().minusMonths(1).atDay(18).datesUntil(plan.month().minusMonths(1).atDay(25))
        .filter(days::isBankingDay).toList();
    LocalDate day = approvalDays.get(decisions.below(approvalDays.size(), "approval day", id));
    return new Payroll(id, programme, commune, BusinessDays.at(day, 8, 0).plusSeconds(60L * decisions.below(500, "approval", id)), lies,
        gone);
  }

  private void payroll(Connection connection, Payroll payroll, int count) throws SQLException, IOException {
    if (count == 0) {
      return;
    }
    long total = 0;
    Line ordinary = null;   // the newest line of this payroll with nothing special about it
    for (int number = 1; number <= count; number++) {
      Fault fault = ++made % (plan.communes() == 0 ? ONE_IN : ONE_IN_A_SMALL_PROVINCE) == 0 && !payroll.lies()
          && !payroll.communeIsGone() ? nextFault(payroll, ordinary) : null;
      Line line = line(payroll, ordinary, fault);
      line.number = number;
      total += line.amount;
      tables.line(payroll.id(), payroll.commune().code(), line);
      note(payroll, line, fault);
      ordinary = isOrdinary(line, fault) ? line : line.newPerson ? ordinary : null;   // nobody is repeated twice
    }
    if (ordinary != null && !payroll.lies() && !payroll.communeIsGone()) {
      elsewhere.put(payroll.programme(), new Spare(payroll, ordinary));
    }
    header(payroll, count, total);
    if (made / FLUSH_LINES != (made - count) / FLUSH_LINES) {
      tables.flush(connection);
    }
  }

  private void header(Payroll payroll, int count, long total) {
    YearMonth month = plan.month();
    String agency = payroll.communeIsGone() ? OLD_AGENCY : "UB" + payroll.commune().code();
    tables.payrolls.row(payroll.id(), payroll.programme(), agency, payroll.commune().code(), month, month,
        month.minusMonths(1).atDay(15), month.atDay(1), month.atDay(15), count, total + (payroll.lies() ? 1_000_000 : 0), "DRAFT");
    tables.approvals.row(payroll.id(), payroll.approvedAt());
  }

  private Line line(Payroll payroll, @Nullable Line ordinary, @Nullable Fault fault) {
    Line line;
    if (fault == Fault.DUPLICATE_IN_TWO) {
      line = elsewhere.get(payroll.programme()).line().repeated();
    } else if (fault != null && fault.repeatsALine() && ordinary != null) {
      line = ordinary.repeated();
      line.carriesLine = fault == Fault.CARRY_OVER_UNFOUNDED ? ordinary.number : null;
    } else if (fault == null && ordinary != null && decisions.perMille(60, "second line", made)) {
      line = lines.second(ordinary);
    } else {
      line = fault == null ? lines.line(payroll.programme(), payroll.commune().name()) : plain(payroll);
    }
    if (fault != null) {
      faults.spoil(line, fault);
    }
    return line;
  }

  /** People are not entered in the hour before their money is handed over, so the hub need not read all of them again at each look. */
  private static void haveBeenThereForLong(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : List.of("beneficiary", "entitlement", "payment_account")) {
        statement.addBatch("UPDATE welfare." + table + " SET updated_at = now() - interval '2 days' WHERE updated_at = now()");
      }
      statement.executeBatch();
    }
  }

  /** A line that a fault may spoil: regular, of a living person. */
  private Line plain(Payroll payroll) {
    Line line = lines.line(payroll.programme(), payroll.commune().name());
    while (!line.kind.equals("REGULAR")) {
      line = lines.line(payroll.programme(), payroll.commune().name());
    }
    return line;
  }

  private static boolean isOrdinary(Line line, @Nullable Fault fault) {
    return fault == null && line.newPerson && line.kind.equals("REGULAR");
  }

  /** The first wanted fault that this line can have. */
  private @Nullable Fault nextFault(Payroll payroll, @Nullable Line ordinary) {
    if (wanted.size() < Fault.values().length) {
      wanted.addAll(List.of(Fault.values()));
    }
    for (Fault fault : wanted) {
      boolean possible = fault == Fault.DUPLICATE_IN_TWO ? elsewhere.containsKey(payroll.programme())
          : !fault.repeatsALine() || ordinary != null;
      if (possible) {
        wanted.removeFirstOccurrence(fault);
        return fault;
      }
    }
    return null;
  }

  private void note(Payroll payroll, Line line, @Nullable Fault fault) {
    if (payroll.lies()) {
      tables.expect(payroll.id(), line.number, "TOTALS_LIE", "UNTAKEN");
    } else if (payroll.communeIsGone()) {
      tables.expect(payroll.id(), line.number, "COMMUNE_IS_GONE", "REFUSED");
    } else if (fault == Fault.DUPLICATE_IN_TWO) {
      Spare spare = elsewhere.remove(payroll.programme());
      boolean first = payroll.isTakenBefore(spare.payroll());
      tables.expect(payroll.id(), line.number, fault.name(), first ? "ACCEPTED" : "REFUSED");
      tables.expect(spare.payroll().id(), spare.line().number, fault.name(), first ? "REFUSED" : "ACCEPTED");
    } else if (fault != null) {
      tables.expect(payroll.id(), line.number, fault.name(), fault.expected());
    }
  }
}
