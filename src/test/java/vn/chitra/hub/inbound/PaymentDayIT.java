package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.inbound.BankMessages.Line;
import vn.chitra.hub.payout.Channel;

/** A day of payment that cannot be right is never written to the agency; the status counts. The files are made on 03/11/2026. */
class PaymentDayIT {

  private HubStory story;
  private Books books;

  @BeforeEach
  void begin() {
    story = HubStory.begin();
    books = story.books();
  }

  @ParameterizedTest
  @ValueSource(strings = {"20261102", "20261001", "20251104", "00011104", "20261106", "20361104", "99991231"})
  void aBanksImpossibleDayGivesWayToTheDayOfArrival(String day) {
    List<String> ids = story.sent(Channel.BANK, 500_000, 600_000);
    story.itIs(LocalDate.of(2026, 11, 4));
    story.feed(BankMessages.part(books.batchOf(ids.get(0)), 1, true, paid(ids.get(0), 500_000, day), paid(ids.get(1), 600_000, day)));

    for (String id : ids) {
      assertThat(books.payment(id)).isEqualTo("PAID");
      assertThat(paidOn(id)).isEqualTo("2026-11-04");
    }
    assertThat(stated()).as("evidence").hasSize(2).doesNotContain("2026-11-04");
    assertThat(books.cases()).as("one a file").containsExactly("PAYMENT_DAY_IMPOSSIBLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"20261103", "20261104", "20261105"})
  void aBanksDayFromTheMakingOfTheFileToTheNextBankingDayIsRight(String day) {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.itIs(LocalDate.of(2026, 11, 4));
    story.feed(BankMessages.part(books.batchOf(id), 1, true, paid(id, 500_000, day)));

    assertThat(paidOn(id).replace("-", "")).isEqualTo(day);
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void overAWeekendTheNextBankingDayIsMonday() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.itIs(LocalDate.of(2026, 11, 6));
    story.feed(BankMessages.part(books.batchOf(id), 1, true, paid(id, 500_000, "20261109")));

    assertThat(paidOn(id)).isEqualTo("2026-11-09");
    assertThat(books.cases()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"02/11/2026", "05/11/2025", "07/11/2026", "05/11/2036"})
  void aPostOfficesImpossibleDayGivesWayWhenTheListCloses(String day) {
    List<String> ids = story.sent(Channel.POST_CASH, 500_000, 600_000);
    story.itIs(LocalDate.of(2026, 11, 6));
    String rows = ids.get(0) + ";DA_CHI;500000;" + day + ";Đỗ Văn Hoà;Con;NHA;;\r\n" + ids.get(1)
        + ";DA_CHI;600000;05/11/2026;Đỗ Văn Hoà;Con;NHA;;\r\nTONG;2;1100000;;;;;;\r\n";
    story.feed(CashReports.postOfficeText(books.batchOf(ids.get(0)), 1, false, rows));
    assertThat(books.cases()).as("nothing counts yet").isEmpty();

    story.feed(CashReports.postOfficeText(books.batchOf(ids.get(0)), 2, true, rows));

    assertThat(paidOn(ids.get(0))).isEqualTo("2026-11-06");
    assertThat(paidOn(ids.get(1))).isEqualTo("2026-11-05");
    assertThat(books.cases()).containsExactly("PAYMENT_DAY_IMPOSSIBLE");
  }

  private static Line paid(String id, long amount, String day) {
    return new Line(id, amount, "00", "FT1", day, "");
  }

  private String paidOn(String id) {
    String payment = story.sql().queryForObject("select paid_on::text from payment where end_to_end_id = ?", String.class, id);
    assertThat(story.sql().queryForObject("select paid_on::text from payout_result where end_to_end_id = ?", String.class, id))
        .as("what the agency gets").isEqualTo(payment);
    return payment;
  }

  private List<String> stated() {
    return story.sql().queryForList("select happened_on::text from payment_status", String.class);
  }
}
