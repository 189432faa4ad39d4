package vn.chitra.hub.account.name;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.chitra.hub.account.name.NameChecks.Account;
import vn.chitra.hub.account.name.NameChecks.InVain;
import vn.chitra.hub.account.name.NameChecks.Troubled;
import vn.chitra.hub.account.name.QueryName.Outcome;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;

/**
 * Asks a bank for the holders of the accounts of planned payments, before the payments are gathered. A payment waits until the holder's
 * name is known, and is sent only when the name matches. Names are kept for as long as the profile allows. While a bank does not answer,
 * its payments wait; an account about which alone it gives no usable answer holds up no other one and is tried more and more seldom.
 */
@Component
public class CheckNames {

  private static final Logger LOG = LoggerFactory.getLogger(CheckNames.class);
  private static final int CHUNK = 100;
  private static final int MOST_CHUNKS_A_TURN = 20;
  private static final int MOST_IN_VAIN = 3;
  private static final int MOST_CASES = 20;
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final Partners partners;
  private final QueryName query;
  private final JudgeNames judge;
  private final NameChecks checks;
  private final Cases cases;
  private final Clock businessClock;

  CheckNames(Partners partners, QueryName query, JudgeNames judge, NameChecks checks, Cases cases, Clock businessClock) {
    this.partners = partners;
    this.query = query;
    this.judge = judge;
    this.checks = checks;
    this.cases = cases;
    this.businessClock = businessClock;
  }

  /** Waiting accounts and payments, up to a chunk a partner. */
  public long due() {
    return checking().stream().mapToLong(partner -> judge.unknown(partner, CHUNK).size() + judge.known(partner, CHUNK)).sum();
  }

  /** The ids of the partners with a name check. */
  public List<String> partners() {
    return checking().stream().map(PartnerProfile::id).toList();
  }

  /** Runs the check with one partner; unanswered names are asked for again at the next run. */
  public void check(String partnerId) {
    check(partners.byId(partnerId).orElseThrow());
  }

  private List<PartnerProfile> checking() {
    return partners.ofKind(PartnerKind.BANK_API).stream().filter(partner -> !partner.apiTerms().nameCheckBins().isEmpty()).toList();
  }

  private void check(PartnerProfile partner) {
    Turn turn = new Turn(partner);
    for (int chunk = 0; chunk < MOST_CHUNKS_A_TURN && turn.goesOn(); chunk++) {
      judge.settle(partner, CHUNK);
      List<Account> accounts = judge.unknown(partner, CHUNK).stream().filter(account -> !turn.queried.contains(account)).toList();
      if (accounts.isEmpty() && judge.known(partner, 1) == 0) {
        break;
      }
      turn.query(accounts);
    }
    judge.settle(partner, CHUNK);
    report(partner, turn.anyKnown || turn.queried.isEmpty());
  }

  /** The queries of one run. It ends after a few accounts in a row without a usable reply; the next one begins with the others. */
  private final class Turn {

    private final PartnerProfile partner;
    private final Set<Account> queried = new HashSet<>();
    private boolean anyKnown;
    private int inVainRunning;

    private Turn(PartnerProfile partner) {
      this.partner = partner;
    }

    private boolean goesOn() {
      return inVainRunning < MOST_IN_VAIN;
    }

    private void query(List<Account> accounts) {
      Map<Account, AccountHolder> holders = new LinkedHashMap<>();
      Map<Account, Outcome.Unusable> inVain = new LinkedHashMap<>();
      for (Account account : accounts) {
        if (!goesOn()) {
          break;
        }
        queried.add(account);
        Outcome outcome = query.holder(partner, account);
        if (outcome instanceof Outcome.Known known) {
          holders.put(account, known.holder());
          inVainRunning = 0;
        } else {
          inVain.put(account, (Outcome.Unusable) outcome);
          inVainRunning++;
        }
      }
      anyKnown |= !holders.isEmpty();
      judge.keep(partner, holders, inVain.entrySet().stream()
          .map(one -> new InVain(one.getKey(), one.getValue().reply(), anyKnown || one.getValue().own())).toList());
    }
  }

  /** Opens the cases of what waits, and closes those whose cause has ended. */
  private void report(PartnerProfile partner, boolean replies) {
    List<NewCase> causes = causes(partner, replies);
    cases.openAll(causes);
    Set<String> current = causes.stream().map(NewCase::subject).collect(Collectors.toSet());
    cases.autoCloseAll(CaseKind.NAME_CHECK_SILENT, checks.openCases(partner.id()).stream().filter(one -> !current.contains(one)).toList(),
        "ngân hàng đã trả lời, hoặc khoản chi không còn chờ");
  }

  /**
   * A bank that replies about nobody is one cause; else each payout whose account alone gets no usable reply, or the bank once more where
   * they are many.
   */
  private List<NewCase> causes(PartnerProfile partner, boolean replies) {
    Collection<String> bins = partner.apiTerms().nameCheckBins();
    Instant before = businessClock.instant().minus(PATIENCE);
    int waiting = replies ? 0 : checks.waitingSince(partner.id(), bins, before);
    List<Troubled> troubled = checks.troubledSince(partner.id(), bins, before, MOST_CASES + 1);
    List<NewCase> causes = new ArrayList<>();
    if (waiting > 0) {
      LOG.warn("{} tells no names; {} payments wait", partner.id(), waiting);
      causes.add(silent("partner:" + partner.id(), "Ngân hàng không trả lời tên chủ tài khoản; các khoản chi chờ, không khoản nào được gửi"
          + " mà chưa hỏi.", partner).over(waiting, null));
    } else if (troubled.size() > MOST_CASES) {
      causes.add(silent("partner:" + partner.id(), "Ngân hàng không trả lời dùng được về tài khoản của hơn " + MOST_CASES + " khoản chi;"
          + " các khoản ấy chờ, các khoản khác vẫn được hỏi và gửi.", partner));
    }
    if (troubled.size() <= MOST_CASES) {
      troubled.forEach(one -> causes.add(silent("payout:" + one.payoutId(), "Mã chi trả " + one.endToEndId() + ": ngân hàng không trả lời"
          + " dùng được về tài khoản này (" + one.reply() + "); khoản này chờ, các khoản khác vẫn được hỏi và gửi.", partner)
          .over(1, one.amountVnd())));
    }
    return causes;
  }

  private static NewCase silent(String subject, String evidence, PartnerProfile partner) {
    return NewCase.about(CaseKind.NAME_CHECK_SILENT, subject, evidence).atPartner(partner.id());
  }
}
