package vn.chitra.hub.account.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.archive.StoredFiles;
import vn.chitra.hub.batch.BatchPayments;
import vn.chitra.hub.batch.Batches;
import vn.chitra.hub.batch.MadeWith;
import vn.chitra.hub.batch.SendBatch;
import vn.chitra.hub.batch.SendGate;
import vn.chitra.hub.batch.UploadAttempt;
import vn.chitra.hub.batch.UploadResult;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.fixture.WelfareFixture;
import vn.chitra.hub.outbox.Outbox;
import vn.chitra.hub.partner.BankingCalendar;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.partner.ShippedMappings;
import vn.chitra.hub.payroll.AccountCandidates;
import vn.chitra.hub.reconciliation.WatchReplies;
import vn.chitra.hub.support.Zone;

/** An account-opening file and the people who cannot be in it, day by day. */
class OpeningFileIT {

  private static final String NO_NAME = "NguyÔn ThÞ §øc";
  /** A Tuesday. */
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  private final HubFixture hub = HubFixture.get();
  private final JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
  private WelfareFixture welfare;
  private RequestAccounts accounts;

  @BeforeEach
  void twoPeopleWithoutAnAccount() throws IOException {
    hub.reset(vietnam(DAY.atTime(10, 0)));
    welfare = hub.welfare().person(1).person(2).withoutAccount(1).withoutAccount(2);
    welfare.province.update("update welfare.entitlement set payee_relation = 'SELF'");
    for (String one : List.of("QD-1", "QD-2")) {
      jdbc.update("insert into account_candidate (entitlement_id, programme, commune_code, noted_at, payroll_id) values (?, 'BTXH',"
          + " '04792', now(), 'BL-1')", one);
    }
    OpeningSql sql = OpeningSql.from(new FileSystemResource("mappings/welfare-db/"));
    accounts = new RequestAccounts(new OpeningRequests(jdbc, new AccountCandidates(jdbc), welfare.guestDataSource, sql, hub.clock()),
        ShippedMappings.loaded().accountOpening(), hub.bean(Partners.class), hub.bean(BankingCalendar.class),
        hub.bean(Batches.class), hub.bean(BatchPayments.class), hub.bean(SendGate.class), hub.bean(Archive.class),
        hub.bean(StoredFiles.class), hub.bean(Outbox.class), hub.bean(Cases.class), hub.bean(MadeWith.class), hub.clock(), hub.clock());
  }

  @Test
  void aReplyThatNeverComesIsACaseAfterThirtyDays() {
    request();
    long batch = jdbc.queryForObject("select batch_id from batch", Long.class);
    hub.bean(SendBatch.class).begin(batch);
    hub.bean(SendBatch.class).settle(new UploadAttempt(batch, 1, new UploadResult.Proven("kích thước đọc lại khớp")));
    jdbc.update("update batch set state = 'ACKNOWLEDGED', acknowledged_at = sent_at");

    at(LocalDate.of(2026, 12, 31));
    assertThat(watched()).as("the last day").isEmpty();
    at(LocalDate.of(2027, 1, 1));
    assertThat(watched()).hasSize(1).first().asString().contains("MTK_PTCTXH_20261201_000001.csv", "chưa có trả lời cuối cùng");

    jdbc.update("update batch set answered = true");
    assertThat(watched()).isEmpty();
  }

  /** Otherwise the number that a lost file has would go out a second time, with other people in it. */
  @Test
  void aRestoredDatabaseNumbersNoOpeningFile() {
    jdbc.update("update send_gate set open = false, stopped_at = now(), why = 'khôi phục'");

    assertThat(request()).isZero();
    assertThat(jdbc.queryForObject("select count(*) from batch", Integer.class)).isZero();

    jdbc.update("update send_gate set open = true, stopped_at = null, why = null");
    assertThat(request()).as("everybody stayed due").isEqualTo(2);
  }

  @Test
  void anOpeningFileWhoseNumberTheJournalHasGivenStopsAllSending() throws IOException {
    Files.writeString(hub.journal(), "1|agribank|ACCOUNT_OPENING||1|" + "a".repeat(64) + "|" + "b".repeat(64) + "\n",
        StandardOpenOption.APPEND);

    assertThat(request()).isZero();
    assertThat(jdbc.queryForObject("select count(*) from batch", Integer.class)).isZero();
    assertThat(jdbc.queryForList("select kind from case_record where state = 'OPEN'", String.class))
        .containsExactly("RESTORED_DATABASE");
    assertThat(hub.bean(SendGate.class).isStopped()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"insert into welfare.payment_account (entitlement_id, bank_bin, account_no, account_name, source, registered_on)"
      + " values ('QD-1', '970405', '2700000001', 'NGUYEN THI DUC', 'REGISTERED', '2026-12-02')",
      "update welfare.entitlement set valid_to = '2026-12-01' where entitlement_id = 'QD-1'",
      "update welfare.beneficiary set life_status = 'DECEASED', life_status_on = '2026-12-01' where beneficiary_id = 'NH-1'",
      "update welfare.beneficiary set personal_no = null where beneficiary_id = 'NH-1'"})
  void aMalformedNameOfSomebodyWhoNeedsNoAccountAnyLongerIsNoCase(String change) {
    welfare.province.update("update welfare.beneficiary set full_name = ? where beneficiary_id = 'NH-1'", NO_NAME);
    assertThat(request()).isOne();
    assertThat(malformed()).containsExactly("entitlement:QD-1");

    at(DAY.plusDays(1));
    request();
    assertThat(malformed()).as("still without an account").containsExactly("entitlement:QD-1");

    welfare.province.update(change);
    at(DAY.plusDays(2));
    request();
    assertThat(malformed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"update welfare.beneficiary set personal_no = '025148000001' where beneficiary_id = 'NH-1'",
      "insert into welfare.payment_account (entitlement_id, bank_bin, account_no, account_name, source, registered_on)"
      + " values ('QD-1', '970405', '2700000001', 'NGUYEN THI DUC', 'REGISTERED', '2026-12-02')",
      "update welfare.entitlement set valid_to = '2026-12-01' where entitlement_id = 'QD-1'",
      "update welfare.beneficiary set life_status = 'DECEASED', life_status_on = '2026-12-01' where beneficiary_id = 'NH-1'",
      "update welfare.beneficiary set personal_no = null where beneficiary_id = 'NH-1'"})
  void aPersonalNumberThatLostItsZeroIsACaseUntilItIsRightOrNoAccountIsWanted(String change) {
    welfare.province.update("update welfare.beneficiary set personal_no = '25148000001' where beneficiary_id = 'NH-1'");
    assertThat(request()).as("the other one").isOne();
    assertThat(open("APPLICANT_NUMBER_MALFORMED")).containsExactly("entitlement:QD-1");
    assertThat(jdbc.queryForList("select evidence from case_record", String.class)).noneMatch(text -> text.contains("2514800"));

    at(DAY.plusDays(1));
    request();
    assertThat(open("APPLICANT_NUMBER_MALFORMED")).as("still").containsExactly("entitlement:QD-1");

    welfare.province.update(change);
    at(DAY.plusDays(2));
    assertThat(request()).isEqualTo(change.contains("025148000001") ? 1 : 0);
    assertThat(open("APPLICANT_NUMBER_MALFORMED")).isEmpty();
  }

  private void at(LocalDate day) {
    hub.clock().moveTo(vietnam(day.atTime(10, 0)));
  }

  private int request() {
    return new TransactionTemplate(hub.bean(PlatformTransactionManager.class)).execute(status -> {
      try {
        return accounts.request();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private List<String> watched() {
    WatchReplies watch = hub.bean(WatchReplies.class);
    watch.watch("agribank");
    return jdbc.queryForList("select evidence from case_record where kind = 'ANSWER_OVERDUE' and state = 'OPEN'", String.class);
  }

  private List<String> malformed() {
    return open("APPLICANT_NAME_MALFORMED");
  }

  private List<String> open(String kind) {
    return jdbc.queryForList("select subject from case_record where kind = ? and state = 'OPEN'", String.class, kind);
  }

  private static Instant vietnam(LocalDateTime time) {
    return time.atZone(Zone.VIETNAM).toInstant();
  }
}
