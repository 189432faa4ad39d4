package vn.chitra.hub.channel.bankapi;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.chitra.hub.batch.Batch;
import vn.chitra.hub.batch.Batches;
import vn.chitra.hub.channel.bankapi.BankApi.Call;
import vn.chitra.hub.channel.bankapi.BankApi.Lane;
import vn.chitra.hub.channel.bankapi.BankApi.Reply;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;

/**
 * Fetches the results of our bulks from banks with an API, page by page. The exact bytes are archived and queued; an unchanged page is not.
 * A bank that does not answer is asked again at the next run. No database transaction is open during a call.
 */
@Component
@Lazy   // a hub without routes, as tests have it, calls no bank
public class FetchBulkResults {

  private static final Logger LOG = LoggerFactory.getLogger(FetchBulkResults.class);
  private static final int MOST_BULKS_A_TURN = 50;
  private static final int MOST_PAGES = 1_001;
  private static final int OK = 200;

  private final BankApi bank;
  private final SubmitBulk submit;
  private final SettleBulk settle;
  private final Bulks bulks;
  private final Batches batches;
  private final Partners partners;
  private final ArchiveMessage keep;
  private final Clock businessClock;

  FetchBulkResults(BankApi bank, SubmitBulk submit, SettleBulk settle, Bulks bulks, Batches batches, Partners partners,
      ArchiveMessage keep, Clock businessClock) {
    this.bank = bank;
    this.submit = submit;
    this.settle = settle;
    this.bulks = bulks;
    this.batches = batches;
    this.partners = partners;
    this.keep = keep;
    this.businessClock = businessClock;
  }

  /** Batches that are due for a query. */
  public List<Long> due() {
    return partners.ofKind(PartnerKind.BANK_API).stream()
        .flatMap(partner -> bulks.due(partner, businessClock.instant(), MOST_BULKS_A_TURN).stream()).toList();
  }

  /** Fetches the results of one batch; a bulk that the bank does not hold yet is queried again later. */
  public void fetch(long batchId) throws IOException {
    Batch batch = batches.findById(batchId).orElseThrow();
    PartnerProfile partner = partners.byId(batch.partner()).orElseThrow();
    String name = BulkName.ofFile(batch.fileName()).orElseThrow();
    Optional<String> id = bulks.idOf(batchId);
    if (id.isEmpty()) {
      BulkReply known = submit.query(partner, name);
      if (known instanceof BulkReply.Held held) {
        settle.found(batchId, name, held);
        id = Optional.of(held.bulkId());
      } else if (known instanceof BulkReply.NotKnown) {
        return;
      }
    }
    if (id.isEmpty() || walk(partner, name, id.get())) {
      bulks.queried(batchId, businessClock.instant());
    }
  }

  /** @return whether the walk came to its end, be it a page that makes no sense */
  private boolean walk(PartnerProfile partner, String name, String bulkId) throws IOException {
    Set<String> cursors = new HashSet<>();
    boolean done = true;
    String cursor = null;
    for (int page = 1; page <= MOST_PAGES; page++) {
      Reply reply = bank.call(partner, Call.get("/v1/bulk-transfers/" + encoded(bulkId), cursor == null ? null : "cursor="
          + encoded(cursor), Lane.CALLS));
      if (!(reply instanceof Reply.Answered response) || response.status() != OK) {
        LOG.warn("no results of {} bulk {} page {}: {}", partner.id(), name, page, reply instanceof Reply.Silent silent ? silent.why()
            : "HTTP " + ((Reply.Answered) reply).status());
        return reply instanceof Reply.Answered no && no.status() == 404;
      }
      BulkPageParser.Head head = BulkPageParser.head(response.body());
      done &= head.done();
      keep.receive(partner, new PageName(name, page, done && head.nextCursor() == null).text(), response.body());
      cursor = head.nextCursor();
      if (cursor == null || !cursors.add(cursor)) {
        return true;
      }
    }
    return true;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
