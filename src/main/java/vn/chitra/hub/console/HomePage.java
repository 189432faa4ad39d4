package vn.chitra.hub.console;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.chitra.hub.operations.query.CaseDuties;
import vn.chitra.hub.operations.query.CaseLists;
import vn.chitra.hub.operations.query.ExpectedLists;
import vn.chitra.hub.operations.query.MonthGlance;
import vn.chitra.hub.operations.query.Names;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.operations.query.Texts;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/** The first page: the months under way, the cases by deadline, the proposals that wait, what is expected next, the partners. */
@Controller
@ConditionalOnWebApplication
class HomePage {

  private static final String GATE = SqlText.of("operations/read-send-gate");
  private static final int CASES = 15;
  private static final int EXPECTED = 8;

  private final MonthGlance glance;
  private final CaseLists cases;
  private final ProposalRows proposals;
  private final PartnerWords partners;
  private final ExpectedLists expected;
  private final Names names;
  private final CaseDuties duties;
  private final Texts texts;
  private final JdbcClient jdbc;
  private final Clock businessClock;

  HomePage(MonthGlance glance, CaseLists cases, ProposalRows proposals, PartnerWords partners, ExpectedLists expected, Names names,
      CaseDuties duties, Texts texts, JdbcClient jdbc, Clock businessClock) {
    this.glance = glance;
    this.cases = cases;
    this.proposals = proposals;
    this.partners = partners;
    this.expected = expected;
    this.names = names;
    this.duties = duties;
    this.texts = texts;
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  @GetMapping("/")
  String home(Model model) {
    LocalDateTime now = LocalDateTime.ofInstant(businessClock.instant(), Zone.VIETNAM);
    model.addAttribute("gate", gate().orElse(null));
    model.addAttribute("glance", glance.newest().stream()
        .collect(Collectors.groupingBy(MonthGlance.Row::period, LinkedHashMap::new, Collectors.toList())).entrySet());
    model.addAttribute("cases", cases.open(null, null).stream().limit(CASES).map(row -> CaseRow.of(row, names, duties, now)).toList());
    model.addAttribute("proposals", proposals.all());
    model.addAttribute("partners", partners.all());
    model.addAttribute("expected", expected.first(EXPECTED));
    return "home";
  }

  @GetMapping("/expected")
  String expected(Model model) {
    model.addAttribute("expected", expected.all());
    return "expected";
  }

  private Optional<String> gate() {
    List<String> closed = jdbc.sql(GATE).query((ResultSet r, int n) -> r.getBoolean(1) ? ""
        : texts.of("home.gate", Shown.time(r.getString(3)))).list();
    return closed.stream().filter(words -> !words.isEmpty()).findFirst();
  }
}
