package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chitra.hub.inbound.CashReports.commune;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.inbound.CashReports.FilledList;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.payout.Channel;

/** A commune's list that comes back filled in. */
class CommuneListIT {

  private HubStory story;
  private Books books;
  private String a;
  private String b;
  private Books.BatchRow list;

  @BeforeEach
  void begin() {
    story = HubStory.begin();
    books = story.books();
    List<String> ids = story.sent(Channel.COMMUNE_CASH, 500_000, 600_000);
    a = ids.get(0);
    b = ids.get(1);
    list = books.batchOf(a);
  }

  @Test
  void anInterimReportIsProvisionalAndAnEmptyRowSaysNothing() {
    story.feed(commune(story, list).paid(a).interim(1));
    assertThat(books.paymentRow(a)).containsEntry("state", "ACCEPTED").containsEntry("provisional", "PAID");
    assertThat(books.paymentRow(b)).containsEntry("provisional", null);
    assertThat(books.payout(a)).isEqualTo("OPEN");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void aCompleteFinalReportClosesTheList() {
    story.feed(commune(story, list).paid(a).settled(500_000, 600_000).closing(1));
    assertThat(List.of(books.payment(a), books.payment(b))).containsExactly("PAID", "UNCOLLECTED");
    assertThat(books.paymentRow(b)).containsEntry("reason_code", "NOT_COLLECTED");
    assertThat(books.batch(list.id()).listClosed()).isTrue();
    assertThat(books.cases()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"04792-NCC-202611-000001", "04792-BTXH-202610-000001", "04792-BTXH-202611-000002"})
  void aListOfAnotherProgrammeMonthOrNumberIsNotOurs(String number) {
    FilledList sheet = commune(story, list).numbered("04792-BTXH-202611-000001", number).paid(a).paid(b).settled(1_100_000, 0);
    assertThat(story.feed(sheet.closing(1))).isEqualTo("SET_ASIDE");
    assertThat(List.of(books.payment(a), books.payment(b))).containsOnly("SENT");
    assertThat(books.cases()).containsExactly("FILE_UNKNOWN_BATCH");
  }

  @Test
  void aSheetThatWasOpenedAndSavedAgainIsNoConflict() throws IOException {
    InboundFile sheet = commune(story, list).paid(a).settled(500_000, 600_000).closing(1);
    story.feed(sheet);
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sheet.bytes()))) {
      book.getSheetAt(0).setColumnWidth(0, 20 * 256);
      book.write(saved);
    }
    assertThat(saved.toByteArray()).isNotEqualTo(sheet.bytes());
    assertThat(story.feed(new InboundFile(sheet.partner(), sheet.folder(), sheet.name(), saved.toByteArray()))).isEqualTo("IGNORED");
    assertThat(books.cases()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"received", "paid", "left", "row"})
  void aFinalReportThatIsIncompleteOrDoesNotAddUpStaysProvisional(String fault) {
    UnaryOperator<FilledList> spoilt = switch (fault) {
      case "received" -> sheet -> sheet.received(1_099_999).settled(500_000, 600_000);
      case "paid" -> sheet -> sheet.settled(1_100_000, 600_000);
      case "left" -> sheet -> sheet.settled(500_000, 0);
      default -> sheet -> sheet.leftOut(b).settled(500_000, 0);
    };
    story.feed(spoilt.apply(commune(story, list).paid(a)).closing(1));
    assertThat(books.batch(list.id()).listClosed()).isFalse();
    assertThat(books.paymentRow(a)).containsEntry("state", "ACCEPTED").containsEntry("provisional", "PAID");
    assertThat(books.payment(b)).isIn("SENT", "ACCEPTED");
    assertThat(books.results(a)).isEmpty();
    assertThat(books.cases()).containsExactly("LIST_NOT_CLOSABLE");
    story.feed(commune(story, list).paid(a).unpaid(b, "K5").settled(500_000, 600_000).closing(2));
    assertThat(List.of(books.payment(a), books.payment(b))).containsExactly("PAID", "UNCOLLECTED");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void deceasedIsRejectedAndACase() {
    story.feed(commune(story, list).paid(a).unpaid(b, "K2").settled(500_000, 600_000).closing(1));
    assertThat(books.paymentRow(b)).containsEntry("state", "REJECTED").containsEntry("reason_code", "DECEASED");
    assertThat(books.cases()).containsExactly("PAYEE_DECEASED");
  }

  @Test
  void movedIsRejectedAndHeld() {
    story.feed(commune(story, list).paid(a).unpaid(b, "K3").settled(500_000, 600_000).closing(1));
    assertThat(books.payment(b)).isEqualTo("REJECTED");
    story.reroute();
    assertThat(books.payout(b)).isEqualTo("HELD");
  }

  @Test
  void aReasonInWordsGoesToAPerson() {
    story.feed(commune(story, list).paid(a).unpaid(b, "Đi làm ăn xa, gia đình đề nghị giữ lại").settled(500_000, 600_000).closing(1));
    assertThat(books.paymentRow(b)).containsEntry("state", "UNCOLLECTED").containsEntry("reason_code", "TEXT");
    story.carryOver();
    assertThat(books.payout(b)).isEqualTo("HELD");
    assertThat(books.cases()).containsExactly("PAYOUT_HELD");
  }

  @Test
  void aLowerReportIsIgnoredAndTheSameNumberWithOtherContentIsACase() {
    story.feed(commune(story, list).paid(a).interim(2));
    assertThat(story.feed(commune(story, list).unpaid(a, "K1").interim(1))).isEqualTo("IGNORED");
    assertThat(story.feed(commune(story, list).unpaid(a, "K1").interim(2))).isEqualTo("SET_ASIDE");
    assertThat(books.paymentRow(a)).containsEntry("provisional", "PAID");
    assertThat(books.cases()).containsExactly("FILE_CONFLICT");
  }
}
