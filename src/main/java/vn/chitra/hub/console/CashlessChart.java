package vn.chitra.hub.console;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.chitra.hub.operations.query.CashlessLists.Month;
import vn.chitra.hub.operations.query.CashlessLists.Sum;

/**
 * The cashless share over the months as lines of an SVG drawing and as the table beside it: one line for all programmes and one for each.
 * Months lie at equal distances, a share of 100 % at the top. A month in which nothing was paid has no point.
 *
 * @param lines first that of all programmes
 */
record CashlessChart(List<Tick> ticks, List<Line> lines, List<Row> rows) {

  /** Most months. */
  static final int OF_A_YEAR = 12;
  static final int WIDTH = 800;
  static final int HEIGHT = 260;
  static final int LEFT = 50;
  static final int TOP = 12;
  static final int RIGHT = 12;
  static final int BOTTOM = 30;
  private static final int WHOLE = 10_000;
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("MM/yyyy");

  /** A month below the drawing. */
  record Tick(int x, String month) {}

  record Point(int x, int y) {}

  /** @param programme its name, @param points those of {@code polyline} */
  record Line(int number, String programme, List<Point> points) {

    public String polyline() {
      return points.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
    }
  }

  /** One month of one programme. @param share {@code 87,3 %}, a dash where nothing was paid */
  record Row(String period, String programme, boolean closed, long paid, long account, String share, String shareOfDong, long cash) {}

  interface Naming {

    String programme(String code);

    /** @param perMille 0–1000 */
    String percent(int perMille);
  }

  /** @param all the words for all programmes together */
  static CashlessChart of(List<Month> months, String all, Naming naming) {
    List<YearMonth> periods = new ArrayList<>(months.stream().map(Month::period).collect(Collectors.toCollection(TreeSet::new)));
    NavigableMap<String, Map<YearMonth, Sum>> byProgramme = new TreeMap<>();
    Map<YearMonth, Sum> total = new TreeMap<>();
    for (Month month : months) {
      byProgramme.computeIfAbsent(month.programme(), programme -> new TreeMap<>()).merge(month.period(), month.sum(), Sum::plus);
      total.merge(month.period(), month.sum(), Sum::plus);
    }
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(0, all, points(periods, total)));
    byProgramme.forEach((programme, sums) -> lines.add(new Line(lines.size(), naming.programme(programme), points(periods, sums))));
    List<Tick> ticks = periods.stream().map(period -> new Tick(x(periods, period), SHOWN.format(period))).toList();
    List<Row> rows = new ArrayList<>(months.stream().map(month -> new Row(month.period().toString(), naming.programme(month.programme()),
        month.closed(), month.sum().paid(), month.sum().account(), share(month.sum().account(), month.sum().paid(), naming),
        share(month.sum().accountVnd(), month.sum().paidVnd(), naming), month.sum().cash())).toList());
    Collections.reverse(rows);
    return new CashlessChart(ticks, lines, rows);
  }

  /** Cut and not rounded: 100 % is said of the whole only. */
  static String share(long part, long whole, Naming naming) {
    return whole <= 0 ? "–" : naming.percent((int) (perWhole(part, whole) / 10));
  }

  private static List<Point> points(List<YearMonth> periods, Map<YearMonth, Sum> sums) {
    return periods.stream().filter(period -> sums.containsKey(period) && sums.get(period).paid() > 0)
        .map(period -> new Point(x(periods, period), y(perWhole(sums.get(period).account(), sums.get(period).paid())))).toList();
  }

  private static long perWhole(long part, long whole) {
    return Math.max(0, Math.min(WHOLE, Math.multiplyExact(part, WHOLE) / whole));
  }

  private static int x(List<YearMonth> periods, YearMonth period) {
    int steps = Math.max(1, periods.size() - 1);
    return LEFT + (WIDTH - LEFT - RIGHT) * periods.indexOf(period) / steps;
  }

  static int y(long perWhole) {
    return (int) (HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * perWhole / WHOLE);
  }
}
