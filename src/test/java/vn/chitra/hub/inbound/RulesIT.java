package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import vn.chitra.hub.batch.UploadResult;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.inbound.BankMessages.Line;
import vn.chitra.hub.payout.Channel;

/** The money rules of the database: it refuses writes that bypass the code and break a rule. */
class RulesIT {

  private HubStory story;
  private Books books;
  private String id;

  @BeforeEach
  void begin() {
    story = HubStory.begin();
    books = story.books();
    id = story.sent(Channel.BANK, 500_000, 600_000).get(0);
  }

  // ---------------------------------------------------------------- one liability

  @Test
  void noSecondLivingPayment() {
    refuses("insert into payment (payout_id, attempt, end_to_end_id, channel, partner, amount_vnd, state, updated_at)"
        + " select payout_id, 2, 'H00000000000001X', channel, partner, amount_vnd, 'PLANNED', now() from payment where end_to_end_id = '"
        + id + "'", "payment_one_alive_or_paid");
  }

  @Test
  void noOtherPayoutOfTheSameMonth() {
    refuses("update payout set key_freed = true", "payout_freed_is_over");
    refuses("insert into payout (payroll_id, line_no, current_payroll_id, current_line_no, programme, commune_code, period, entitlement_id,"
        + " beneficiary_id, kind, for_from, for_to, amount_vnd, state, beneficiary_name, circumstance, no_transfer, cash_place, payee_name,"
        + " payee_relation, pay_from, pay_until, updated_at) select payroll_id, 99, payroll_id, 99, programme, commune_code, period,"
        + " entitlement_id, beneficiary_id, kind, for_from, for_to, amount_vnd, 'OPEN', 'x', 'NONE', false, 'HOME', 'x', 'SELF', pay_from,"
        + " pay_until, now() from payout limit 1", "payout_key_regular");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CARRIED_OVER", "HANDED_BACK", "STOPPED", "CANCELLED"})
  void nothingIsGivenBackWhileAPaymentIsOutThere(String state) {
    refuses("update payout set state = '" + state + "'", "a payment of it is alive or paid");
  }

  @Test
  void nothingIsGivenBackThatWasPaid() {
    story.feed(BankMessages.part(books.batchOf(id), 1, false, Line.of(id, 500_000, "00")));
    refuses("update payout set state = 'HANDED_BACK' where state = 'PAID'", "a payment of it is alive or paid");
  }

  @Test
  void noPaymentStartsForWhatWasGivenBack() {
    story.feed(BankMessages.part(books.batchOf(id), 1, false, Line.of(id, 500_000, "01")));
    story.carryOver();
    assertThat(books.payout(id)).isEqualTo("CARRIED_OVER");
    refuses(secondPayment(), "no payment starts for it");
  }

  @Test
  void givingBackAndAFurtherPaymentExcludeEachOtherThoughTheyComeTogether() throws Exception {
    story.feed(BankMessages.part(books.batchOf(id), 1, false, Line.of(id, 500_000, "01")));
    try (Connection one = HubFixture.get().connect(); Connection two = HubFixture.get().connect()) {
      execute(one, "update payout set state = 'HANDED_BACK' where payout_id = " + books.payoutOf(id));
      CompletableFuture<Void> payment = CompletableFuture.runAsync(() -> execute(two, secondPayment()));
      assertThatThrownBy(() -> payment.get(500, TimeUnit.MILLISECONDS)).as("waits for the first").isInstanceOf(Exception.class);
      one.commit();
      assertThatThrownBy(() -> payment.get(10, TimeUnit.SECONDS)).hasMessageContaining("no payment starts for it");
    }
    try (Connection one = HubFixture.get().connect(); Connection two = HubFixture.get().connect()) {
      execute(one, "update payout set state = 'OPEN' where payout_id = " + books.payoutOf(id));
      one.commit();
      execute(one, secondPayment());
      CompletableFuture<Void> back = CompletableFuture.runAsync(() -> {
        execute(two, "update payout set state = 'HANDED_BACK' where payout_id = " + books.payoutOf(id));
        commit(two);
      });
      assertThatThrownBy(() -> back.get(500, TimeUnit.MILLISECONDS)).as("waits for the first").isInstanceOf(Exception.class);
      one.commit();
      assertThatThrownBy(() -> back.get(10, TimeUnit.SECONDS)).hasMessageContaining("a payment of it is alive or paid");
    }
  }

  // ---------------------------------------------------------------- frozen

  @ParameterizedTest
  @ValueSource(strings = {"amount_vnd = 1", "end_to_end_id = 'H00000000000001X'", "account_no = '1'", "account_name = 'X'", "attempt = 9",
      "partner = 'xa'", "folder = 'x'", "channel = 'POST_CASH'", "bank_bin = '970436'"})
  void aPaymentStaysWhatThePartnerWasNotified(String change) {
    refuses("update payment set " + change + " where end_to_end_id = '" + id + "'", "is frozen");
    refuses("delete from payment", "append-only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PLANNED", "CANCELLED", "REJECTED"})
  void aPaymentStaysInABatchThatHasItsNumber(String state) {
    refuses("update payment set batch_id = null, batch_line = null, state = '" + state + "' where end_to_end_id = '" + id + "'",
        "which has its number");
  }

  @Test
  void batchedFollowsFromTheBatchAndIsNotWritten() {
    refuses("update payment set state = 'BATCHED' where end_to_end_id = '" + id + "'", "payment_batched_is_not_written");
  }

  @ParameterizedTest
  @ValueSource(strings = {"amount_vnd = 1", "for_to = for_to + 31", "entitlement_id = 'X'", "kind = 'ARREARS'", "line_no = 77"})
  void aPayoutStaysAsItsLine(String change) {
    refuses("update payout set " + change, "must stay as its line");
    refuses("delete from payout", "append-only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"seq = 9", "file_name = 'x'", "file_sha256 = repeat('b', 64)", "file_size = 1", "payment_count = 1",
      "total_vnd = 1", "folder = 'x'", "partner = 'bidv'", "value_date = value_date + 1"})
  void aNumberedBatchStaysWhatWasSent(String change) {
    refuses("update batch set " + change, "it stays as it was sent");
    refuses("delete from batch", "it stays");
  }

  @ParameterizedTest
  @CsvSource({"OPEN, batch_numbered", "CANCELLED, does not go", "BUILT, does not go", "SENDING, does not go"})
  void aSentBatchIsNeverOpenCancelledOrSentAnew(String state, String why) {
    assertThatThrownBy(() -> story.sql().update("update batch set state = ?", state)).isInstanceOf(DataAccessException.class)
        .satisfies(e -> assertThat(e.getMessage()).containsAnyOf(why, "does not go"));
  }

  @Test
  void aRefusedBatchIsOver() {
    story.feed(BankMessages.ack(books.batchOf(id), 1, false, "F3"));
    for (String state : List.of("SENDING", "SENT", "ACKNOWLEDGED", "IN_DOUBT", "WAITING_FUNDS")) {
      refuses("update batch set state = '" + state + "'", "does not go from REFUSED");
    }
  }

  @Test
  void sentNeedsProof() {
    story.handOver(Channel.BANK, 700_000);
    story.gather();
    story.build();
    story.startSending();
    refuses("update batch set state = 'SENT' where state = 'SENDING'", "batch_sent_has_proof");
    story.settle(new UploadResult.Proven("đọc lại khớp"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha256 = repeat('b', 64)", "size_bytes = 1", "name = 'x'", "direction = 'IN'", "content_key = 'x'"})
  void aFileKeepsItsBytes(String change) {
    refuses("update file set " + change, "keeps its bytes");
    refuses("delete from file", "keeps its bytes");
  }

  @Test
  void aFileIsReadOnce() {
    story.feed(BankMessages.part(books.batchOf(id), 1, false, Line.of(id, 500_000, "00")));
    refuses("update file set state = 'ARCHIVED'", "was read already");
  }

  // ---------------------------------------------------------------- append-only

  @Test
  void statusesAndBookingsStay() {
    story.feed(BankMessages.part(books.batchOf(id), 1, false, Line.of(id, 500_000, "00")));
    for (String table : List.of("payment_status", "booking", "file_arrival", "batch_reply")) {
      assertThat(story.sql().queryForObject("select count(*) from " + table, Integer.class)).isPositive();
      refuses("delete from " + table, "append-only");
    }
    refuses("update payment_status set amount_vnd = amount_vnd + 1", "append-only");
    refuses("update booking set amount_vnd = amount_vnd + 1", "append-only");
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "0, 1", "-1, -500000"})
  void aPayrollHandsOverWhatWasAccepted(int items, long dong) {
    String payroll = story.sql().queryForObject("select max(payroll_id) from payroll", String.class);
    List<Object[]> booked = story.sql().query("select period, partner, programme, sum(item_count), sum(amount_vnd) from payout_booking"
        + " where column_name = 'HANDED_OVER' group by 1, 2, 3",
        (r, n) -> new Object[] {r.getDate(1), r.getString(3), payroll, r.getInt(4) + items, r.getLong(5) + dong});
    assertThat(booked).hasSize(1);
    String entry = "insert into booking (period, partner, programme, column_name, payroll_id, item_count, amount_vnd, booked_on)"
        + " values (?, 'nobody', ?, 'HANDED_OVER', ?, ?, ?, '2026-10-24')";
    story.sql().execute("alter table booking disable trigger booking_stays");
    story.sql().update("delete from booking");
    assertThatThrownBy(() -> story.sql().update(entry, booked.get(0))).hasMessageContaining("were accepted");
    Object[] right = booked.get(0);
    right[3] = (int) right[3] - items;
    right[4] = (long) right[4] - dong;
    assertThat(story.sql().update(entry, right)).isEqualTo(1);
    story.sql().execute("alter table booking enable trigger booking_stays");
  }

  @Test
  void aPayrollIsHandedOverOnceToAPartner() {
    assertThat(story.sql().queryForList("select column_name || ' ' || item_count || ' ' || amount_vnd from booking", String.class))
        .containsExactly("HANDED_OVER 2 1100000");
    refuses("insert into booking (period, partner, programme, column_name, payroll_id, item_count, amount_vnd, booked_on)"
        + " select period, partner, programme, column_name, payroll_id, item_count, amount_vnd, booked_on from booking",
        "booking_payroll_once");
  }

  // ---------------------------------------------------------------- numbers

  @Test
  void numbersRiseByOneAndStandOnABatch() {
    refuses("update file_sequence set last_seq = last_seq + 2", "rise by one");
    refuses("update file_sequence set last_seq = last_seq - 1", "rise by one");
    refuses("update file_sequence set last_seq = last_seq + 1", "was given to no batch");
    refuses("insert into file_sequence (partner, kind, folder, last_seq) values ('bidv', 'PAYMENT', '', 3)", "rise by one");
    refuses("insert into file_sequence (partner, kind, folder, last_seq) values ('bidv', 'PAYMENT', '', 1)", "was given to no batch");
    refuses("delete from file_sequence", "never forgotten");
  }

  @Test
  void aBatchTakesTheNumberThatWasGivenOut() {
    story.handOver(Channel.BANK, 700_000);
    story.gather();
    refuses("update batch set state = 'BUILT', seq = 7, file_name = 'x', file_sha256 = 'x', file_size = 1 where state = 'OPEN'",
        "was not given out");
    story.build();
    assertThat(story.sql().queryForList("select seq from batch order by 1", Integer.class)).containsExactly(1, 2);
  }

  /** As one that comes back from the archive of a month which was archived before the table was there. */
  @Test
  void theDayOfAPaymentThatIsAddedAsPaidInNoBatchIsNoted() {
    story.sql().update("insert into payment (payout_id, attempt, end_to_end_id, channel, partner, amount_vnd, state, paid_on, updated_at)"
        + " select payout_id, 2, 'H00000000000001X', channel, partner, amount_vnd, 'PAID_IN_ERROR', '2026-11-05', now() from payment"
        + " where end_to_end_id = ?", id);
    assertThat(story.sql().queryForList("select paid_on::text from payment_paid_outside", String.class)).containsExactly("2026-11-05");
  }

  private String secondPayment() {
    return "insert into payment (payout_id, attempt, end_to_end_id, channel, partner, amount_vnd, state, updated_at)"
        + " select payout_id, 2, 'H00000000000001X', channel, partner, amount_vnd, 'PLANNED', now() from payment where attempt = 1 and"
        + " payout_id = " + books.payoutOf(id);
  }

  private void refuses(String sql, String because) {
    assertThatThrownBy(() -> story.sql().update(sql)).as(sql).isInstanceOf(DataAccessException.class).hasMessageContaining(because);
  }

  private static void execute(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static void commit(Connection connection) {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
