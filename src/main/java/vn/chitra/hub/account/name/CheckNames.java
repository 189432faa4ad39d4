package vn.chitra.hub.account.name;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.chitra.hub.account.name.NameChecks.Account;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.partner.ApiTerms;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;

/**
 * Asks a bank for the holders of the accounts of planned payments, before the payments are gathered. A payment waits until the holder's
 * name is known, and is sent only when the name matches. Names are kept for as long as the profile allows. While a bank does not answer,
 * its payments wait.
 */
@Component
public class CheckNames {

  private static final Logger LOG = LoggerFactory.getLogger(CheckNames.class);
  private static final int CHUNK = 100;
  private static final int MOST_CHUNKS_A_TURN = 20;
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
    boolean responses = true;
    for (int chunk = 0; chunk < MOST_CHUNKS_A_TURN && responses; chunk++) {
      judge.settle(partner, CHUNK);
      List<Account> accounts = judge.unknown(partner, CHUNK);
      if (accounts.isEmpty() && judge.known(partner, 1) == 0) {
        break;
      }
      Map<Account, AccountHolder> holders = new LinkedHashMap<>();
      for (Account account : accounts) {
        query.holder(partner, account).ifPresent(holder -> holders.put(account, holder));
        if (!holders.containsKey(account)) {
          responses = false;
          break;
        }
      }
      judge.keep(partner, holders);
    }
    judge.settle(partner, CHUNK);
    reportWaiting(partner, responses);
  }

  private void reportWaiting(PartnerProfile partner, boolean responses) {
    String subject = "partner:" + partner.id();
    ApiTerms terms = partner.apiTerms();
    Instant before = businessClock.instant().minus(PATIENCE);
    int waiting = responses ? 0 : checks.waitingSince(partner.id(), terms.nameCheckBins(), before);
    if (waiting > 0) {
      LOG.warn("{} tells no names; {} payments wait", partner.id(), waiting);
      cases.open(NewCase.about(CaseKind.NAME_CHECK_SILENT, subject, "Ngân hàng không trả lời tên chủ tài khoản; các khoản chi chờ,"
          + " không khoản nào được gửi mà chưa hỏi.").atPartner(partner.id()).over(waiting, null));
    } else if (responses) {
      cases.autoClose(CaseKind.NAME_CHECK_SILENT, subject, "ngân hàng đã trả lời");
    }
  }
}
