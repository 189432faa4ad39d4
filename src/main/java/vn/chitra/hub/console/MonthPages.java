package vn.chitra.hub.console;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.chitra.hub.operations.query.CashlessLists;
import vn.chitra.hub.operations.query.MonthLists;
import vn.chitra.hub.operations.query.Names;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.operations.query.StateNames;
import vn.chitra.hub.operations.query.Texts;
import vn.chitra.hub.reconciliation.Settlement;
import vn.chitra.hub.reconciliation.SettlementRow;
import vn.chitra.hub.reconciliation.SettlementRow.Figure;

/** The months, and one month: its settlement, what keeps it open and what to do, its payouts by channel. */
@Controller
@ConditionalOnWebApplication
class MonthPages {

  private static final int NEWEST = 24;
  private static final List<String> COLUMNS = List.of("handed.over", "carried.in", "moved.in", "came.back", "paid", "carried.out",
      "moved.out", "handed.back", "open", "difference");

  private final MonthLists months;
  private final Settlement settlement;
  private final CashlessLists cashless;
  private final PercentWords percents;
  private final Names names;
  private final Texts texts;

  MonthPages(MonthLists months, Settlement settlement, CashlessLists cashless, PercentWords percents, Names names, Texts texts) {
    this.months = months;
    this.settlement = settlement;
    this.cashless = cashless;
    this.percents = percents;
    this.names = names;
    this.texts = texts;
  }

  record MonthRow(YearMonth period, String programme, long payrolls, long items, String dong, String closedAt) {}

  /** @param figures in the order of the columns; {@code balanced}: the difference is zero */
  record SettlementLine(String partner, String programme, List<Cell> figures, boolean balanced) {}

  record Cell(long count, String dong) {}

  /** @param why keeps the month open, @param endBy what to do, @param named some of what it is about */
  record Reason(String programme, String why, String about, String items, String dong, String endBy, List<MonthLists.Named> named,
      boolean more) {}

  record ChannelRow(String channel, String partner, String state, String items, String dong) {}

  @GetMapping("/months")
  String months(Model model) {
    model.addAttribute("months", months.newest(NEWEST).stream().map(one -> new MonthRow(one.period(), names.programme(one.programme()),
        one.payrolls(), one.items(), one.dong(), one.closedAt())).toList());
    model.addAttribute("chart", CashlessChart.of(cashless.months(CashlessChart.OF_A_YEAR), texts.of("cashless.all"), percents));
    return "months";
  }

  @GetMapping("/months/{month:\\d{4}-\\d{2}}")
  String month(@PathVariable String month, Model model) {
    YearMonth period = period(month);
    List<SettlementRow> rows = settlement.of(period);
    List<Map<String, String>> channels = months.byChannel(period);
    List<MonthLists.Reason> reasons = months.open(period, code -> names.commune(code, period.atDay(1)));
    if (rows.isEmpty() && channels.isEmpty() && reasons.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("month", month);
    model.addAttribute("columns", COLUMNS.stream().map(column -> texts.of("month.col." + column)).toList());
    model.addAttribute("settlement", rows.stream().map(this::line).toList());
    model.addAttribute("reasons", reasons.stream().map(this::reason).toList());
    model.addAttribute("channels", channels.stream().map(this::channel).toList());
    return "month";
  }

  /** @throws ResponseStatusException 404 for what is no month */
  static YearMonth period(String month) {
    try {
      return YearMonth.parse(month);
    } catch (DateTimeException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, month, e);
    }
  }

  private SettlementLine line(SettlementRow row) {
    return new SettlementLine(names.partner(row.partner()), names.programme(row.programme()), List.of(row.handedOver(), row.carriedIn(),
        row.movedIn(), row.cameBack(), row.paid(), row.carriedOut(), row.movedOut(), row.handedBack(), row.open(),
        row.difference()).stream().map(MonthPages::cell).toList(), row.difference().isZero());
  }

  private static Cell cell(Figure figure) {
    return new Cell(figure.count(), Shown.dong(figure.dong()));
  }

  private Reason reason(MonthLists.Reason one) {
    Map<String, String> row = one.row();
    String about = row.getOrDefault("cụ thể", "");
    return new Reason(names.programme(row.get("chương trình")), names.plain(row.get("vì sao")), about, CaseRow.items(row),
        CaseRow.dong(row), names.plain(row.get("cách xử lý")), one.named(), one.more());
  }

  private ChannelRow channel(Map<String, String> row) {
    String partner = row.getOrDefault("đối tác", "");
    return new ChannelRow(StateNames.channel(row.getOrDefault("kênh", "")), names.partner(partner),
        StateNames.payout(row.getOrDefault("trạng thái", "")), CaseRow.items(row), CaseRow.dong(row));
  }
}
