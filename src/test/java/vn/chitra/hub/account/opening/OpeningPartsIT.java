package vn.chitra.hub.account.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.archive.StoredFile;
import vn.chitra.hub.archive.StoredFiles;
import vn.chitra.hub.batch.Batches;
import vn.chitra.hub.batch.SendGate;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.inbound.AppliedFile;
import vn.chitra.hub.inbound.ApplyFile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.partner.ShippedMappings;
import vn.chitra.hub.payroll.AccountCandidates;
import vn.chitra.hub.reconciliation.WatchReplies;

/** Parts of a bank's answer to an account-opening file that hold no lines (contract §7.2). */
class OpeningPartsIT {

  private static final Instant NOW = Instant.parse("2026-12-01T03:00:00Z");
  private static final String ONE = "YC00000001";
  private static final String TWO = "YC00000002";

  private final HubFixture hub = HubFixture.get();
  private final JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
  private final TransactionTemplate inTransaction = new TransactionTemplate(hub.bean(PlatformTransactionManager.class));
  private final ApplyOpeningReplies replies = new ApplyOpeningReplies(new OpeningRequests(jdbc, new AccountCandidates(jdbc),
      jdbc.getDataSource(), new OpeningSql("", ""), hub.clock()), ShippedMappings.loaded().accountOpening(), hub.bean(StoredFiles.class),
      hub.bean(Archive.class), hub.bean(Partners.class), hub.bean(Batches.class), hub.bean(SendGate.class),
      hub.bean(Cases.class), hub.clock());
  private long batch;

  @BeforeEach
  void aFileOfTwoPeople() {
    hub.reset(NOW);
    batch = jdbc.queryForObject("insert into batch (proof, partner, kind, state, seq, file_name, file_sha256, file_size, payment_count,"
        + " total_vnd, opened_at, built_at, sent_at) values ('ACK', 'agribank', 'ACCOUNT_OPENING', 'SENT', 1,"
        + " 'MTK_PTCTXH_20261201_000001.csv', repeat('a', 64), 1, 2, 0, ?, ?, ?) returning batch_id", Long.class, at(), at(), at());
    for (String request : List.of(ONE, TWO)) {
      jdbc.update("insert into account_request (request_id, batch_id, line_no, personal_no, state, requested_at) values (?, ?, ?, ?,"
          + " 'REQUESTED', ?)", request, batch, request.equals(ONE) ? 1 : 2, "02514800000" + request.charAt(9), at());
    }
  }

  @Test
  void anEmptyPartClaimsItsNumberAndProvesNothing() throws IOException {
    comes(1, "N");

    assertThat(texts("select part || ' ' || state from account_reply")).containsExactly("1 TAKEN");
    assertThat(texts("select state || ' ' || answered from batch")).as("it names nobody of the file").containsExactly("SENT false");
    assertThat(cases()).isEmpty();

    comes(2, "Y", ONE, TWO);
    assertThat(texts("select state || ' ' || answered from batch")).containsExactly("ACKNOWLEDGED true");
    assertThat(cases()).isEmpty();
  }

  @Test
  void aReplyToAForgottenFileWaitsForTheRelease() throws IOException {
    jdbc.update("update send_gate set open = false, stopped_at = now(), why = 'khôi phục'");
    jdbc.update("delete from account_request");
    jdbc.execute("alter table batch disable trigger user; delete from batch; alter table batch enable trigger user");

    comes(1, "Y", ONE, TWO);
    assertThat(texts("select state from account_reply")).as("not taken yet").isEmpty();
    assertThat(cases()).isEmpty();

    jdbc.update("update send_gate set open = true, stopped_at = null, why = null");
    takeWaiting();
    assertThat(texts("select state from account_reply")).containsExactly("UNKNOWN");
  }

  @Test
  void anEmptyLastPartLeavesWhoIsNotNamedToAPersonUntilALaterPartNamesThem() throws IOException {
    comes(1, "N", ONE);
    comes(2, "Y");

    assertThat(cases()).containsExactly("PAYMENT_UNNAMED 1");
    comes(3, "Y", TWO);
    assertThat(cases()).isEmpty();
  }

  @Test
  void aReplyOfOneEmptyPartNamesNobody() throws IOException {
    comes(1, "Y");

    assertThat(cases()).containsExactly("PAYMENT_UNNAMED 2");
    assertThat(texts("select distinct state from account_request")).containsExactly("REQUESTED");
  }

  @Test
  void thePartOfAnEmptyOneWithLinesIsAConflict() throws IOException {
    comes(1, "N");
    comes(1, "N", ONE);

    assertThat(texts("select distinct state from account_reply order by 1")).containsExactly("CONFLICT", "TAKEN");
    assertThat(cases()).containsExactly("FILE_CONFLICT 1");
  }

  @Test
  void aPartThatIsNotTheLastOneDoesNotEndAnOverdueReply() throws IOException {
    jdbc.update("update batch set answer_due_on = '2026-11-30'");
    hub.bean(WatchReplies.class).watch("agribank");
    assertThat(cases()).containsExactly("ANSWER_OVERDUE 2");

    comes(1, "N", ONE);
    assertThat(cases()).as("the last part is still missing").containsExactly("ANSWER_OVERDUE 2");
    comes(2, "Y", TWO);
    assertThat(cases()).isEmpty();
  }

  @Test
  void aPartEndsAnOverdueAcknowledgement() throws IOException {
    jdbc.update("update batch set sent_at = sent_at - interval '1 day', answer_due_on = '2026-12-07'");
    hub.bean(WatchReplies.class).watch("agribank");
    assertThat(cases()).containsExactly("ANSWER_OVERDUE 2");

    comes(1, "N", ONE);
    assertThat(cases()).isEmpty();
  }

  /** A part that refuses these requests. */
  private void comes(int part, String last, String... requests) throws IOException {
    StringBuilder text = new StringBuilder("H|1|PTCTXH|1|" + part + "|" + last + "\n");
    for (String request : requests) {
      text.append("R|").append(request).append("|REFUSED||||GT\n");
    }
    text.append("T|").append(requests.length).append('\n');
    Archive.StoredBytes bytes = hub.bean(Archive.class).store(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    String name = "KQMTK_PTCTXH_20261201_000001_%02d.csv".formatted(part);
    StoredFiles files = hub.bean(StoredFiles.class);
    StoredFile file = files.save(StoredFile.received("agribank", "", name, bytes, name + bytes.sha256(), NOW));
    AppliedFile.apply(hub.bean(ApplyFile.class), hub.bean(PlatformTransactionManager.class), file.id());
    takeWaiting();
  }

  private void takeWaiting() {
    for (long waiting : replies.waiting()) {
      inTransaction.execute(status -> {
        try {
          replies.take(waiting);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return null;
      });
    }
  }

  private List<String> cases() {
    return texts("select kind || ' ' || item_count from case_record where state = 'OPEN' order by 1");
  }

  private List<String> texts(String sql) {
    return jdbc.queryForList(sql, String.class);
  }

  private static Timestamp at() {
    return Timestamp.from(NOW);
  }
}
