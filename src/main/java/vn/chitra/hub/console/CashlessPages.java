package vn.chitra.hub.console;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.chitra.hub.operations.query.CashlessLists;
import vn.chitra.hub.operations.query.CashlessLists.Commune;
import vn.chitra.hub.operations.query.CashlessLists.Unreached;
import vn.chitra.hub.operations.query.Names;
import vn.chitra.hub.operations.query.Texts;

/**
 * The cashless share of one month by commune, and one commune: its share over the months, and the people who are
 * still paid in cash.
 */
@Controller
@ConditionalOnWebApplication
class CashlessPages {

  private final CashlessLists cashless;
  private final Names names;
  private final PercentWords percents;
  private final Texts texts;

  CashlessPages(CashlessLists cashless, Names names, PercentWords percents, Texts texts) {
    this.cashless = cashless;
    this.names = names;
    this.percents = percents;
    this.texts = texts;
  }

  record CommuneRow(String code, String commune, String programme, long paid, long account, String share, String shareOfDong,
      long cash) {}

  /** The communes with most people still to reach first. */
  @GetMapping("/cashless/{month:\\d{4}-\\d{2}}")
  String communes(@PathVariable String month, Model model) {
    YearMonth period = MonthPages.period(month);
    List<Commune> all = cashless.communes(period);
    if (all.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("month", month);
    model.addAttribute("cash", all.stream().mapToLong(one -> one.sum().cash()).sum());
    model.addAttribute("communes", all.stream()
        .sorted(Comparator.comparingLong((Commune one) -> one.sum().cash()).reversed().thenComparing(Commune::code))
        .map(this::row).toList());
    return "cashless";
  }

  @GetMapping("/cashless/{month:\\d{4}-\\d{2}}/{commune:\\d{5}}")
  String commune(@PathVariable String month, @PathVariable String commune, Model model) {
    YearMonth period = MonthPages.period(month);
    Unreached unreached = cashless.unreached(period, commune);
    model.addAttribute("month", month);
    model.addAttribute("commune", names.commune(commune, period.atDay(1)));
    model.addAttribute("unreached", unreached);
    model.addAttribute("chart", CashlessChart.of(cashless.monthsOf(commune, CashlessChart.OF_A_YEAR), texts.of("unreached.all"), percents));
    return "cashless-commune";
  }

  private CommuneRow row(Commune one) {
    return new CommuneRow(one.code(), one.name(), one.programme(), one.sum().paid(), one.sum().account(),
        CashlessChart.share(one.sum().account(), one.sum().paid(), percents),
        CashlessChart.share(one.sum().accountVnd(), one.sum().paidVnd(), percents), one.sum().cash());
  }
}
