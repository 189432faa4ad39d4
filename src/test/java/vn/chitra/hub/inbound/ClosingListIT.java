package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chitra.hub.inbound.CashReports.Line.paid;
import static vn.chitra.hub.inbound.CashReports.Line.unpaid;
import static vn.chitra.hub.inbound.CashReports.commune;
import static vn.chitra.hub.inbound.CashReports.postOffice;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.inbound.CashReports.FilledList;
import vn.chitra.hub.inbound.CashReports.Line;
import vn.chitra.hub.payout.Channel;

/** A list closes only when it accounts for each payment once and pays out no more than was given to it. */
class ClosingListIT {

  private HubStory story;
  private Books books;
  private String a;
  private String b;
  private String c;
  private Books.BatchRow list;

  private void listIsOut(Channel channel) {
    story = HubStory.begin();
    books = story.books();
    List<String> ids = story.sent(channel, 500_000, 600_000, 700_000);
    a = ids.get(0);
    b = ids.get(1);
    c = ids.get(2);
    list = books.batchOf(a);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X twice", "X, then blank", "blank, then X", "blank twice", "X twice with other days", "K1, then X",
      "K1, then K2", "X, then another amount", "X, then an amount of nothing", "X twice, one hidden", "X twice, one amount as text",
      "X twice, one code in small letters", "X twice, the sums of our list"})
  void aCommunesListWithOneCodeInTwoRowsDoesNotClose(String how) {
    listIsOut(Channel.COMMUNE_CASH);
    story.feed(doubled(how).closing(1));
    assertOpen();
    assertThat(evidence()).contains("dòng 8, 11").doesNotContain("Nguyễn");
    story.feed(commune(story, list).paid(a).paid(b).paid(c).settled(1_800_000, 0).closing(2));
    assertClosed();
  }

  private FilledList doubled(String how) {
    FilledList sheet = commune(story, list).paid(b).paid(c);
    return switch (how) {
      case "X twice" -> sheet.paid(a).again(a).settled(2_300_000, 0);
      case "X, then blank" -> sheet.again(a).paid(a).settled(1_800_000, 500_000);
      case "blank, then X" -> sheet.paid(a).again(a).put(a, "Kết quả", "").put(a, "Ngày chi", "").settled(1_800_000, 500_000);
      case "blank twice" -> sheet.again(a).settled(1_300_000, 1_000_000);
      case "X twice with other days" -> sheet.paid(a).again(a).put(a, "Ngày chi", "06/11/2026").settled(2_300_000, 0);
      case "K1, then X" -> sheet.paid(a).again(a).put(a, "Kết quả", "").put(a, "Ngày chi", "").unpaid(a, "K1").settled(1_800_000, 500_000);
      case "K1, then K2" -> sheet.unpaid(a, "K2").again(a).unpaid(a, "K1").settled(1_300_000, 1_000_000);
      case "X, then another amount" -> sheet.paid(a).amount(a, 400_000).again(a).amount(a, 500_000).settled(2_200_000, 0);
      case "X, then an amount of nothing" -> sheet.paid(a).amount(a, 0).again(a).amount(a, 500_000).settled(1_800_000, 0);
      case "X twice, one hidden" -> sheet.paid(a).again(a).hidden(a).settled(2_300_000, 0);
      case "X twice, one amount as text" -> sheet.paid(a).again(a).put(a, "Số tiền", "500000").settled(2_300_000, 0);
      case "X twice, one code in small letters" -> sheet.paid(a).again(a).put(a, "Mã chi trả", a.toLowerCase()).settled(2_300_000, 0);
      default -> sheet.paid(a).again(a).settled(1_800_000, 0);
    };
  }

  @Test
  void receivedMustBePaidAndLeft() {
    listIsOut(Channel.COMMUNE_CASH);
    String other = story.sent(Channel.COMMUNE_CASH, 450_000).get(0);
    story.feed(commune(story, list).paid(a).paid(b).paid(c).again(c).put(c, "Mã chi trả", other).put(other, "Số tiền", "450000")
        .settled(2_250_000, 0).closing(1));
    assertThat(books.batch(list.id()).listClosed()).isFalse();
    assertThat(books.payment(other)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("LINE_UNKNOWN", "LIST_NOT_CLOSABLE");
    assertThat(Stream.of(a, b, c).flatMap(id -> books.results(id).stream())).isEmpty();
  }

  @Test
  void aTotalRowThatIsMarkedRefusesTheSheet() {
    listIsOut(Channel.COMMUNE_CASH);
    FilledList sheet = commune(story, list).paid(a).paid(b).paid(c).again(c).put(c, "Mã chi trả", "Tổng").settled(2_500_000, 0);
    assertThat(story.feed(sheet.closing(1))).isEqualTo("SET_ASIDE");
    assertThat(books.cases()).containsExactly("FILE_NOT_UNDERSTOOD");
    assertThat(List.of(books.payment(a), books.payment(b), books.payment(c))).containsOnly("SENT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X twice", "X, then blank", "blank, then X", "X twice with other days", "K1, then X"})
  void anInterimListWithOneCodeInTwoRowsMakesNothingFinal(String how) {
    listIsOut(Channel.COMMUNE_CASH);
    story.feed(doubled(how).interim(1));
    assertThat(books.batch(list.id()).listClosed()).isFalse();
    assertThat(List.of(books.payment(a), books.payment(b), books.payment(c))).containsOnly("ACCEPTED");
    assertThat(Stream.of(a, b, c).flatMap(id -> books.results(id).stream())).isEmpty();
    story.feed(commune(story, list).paid(b).paid(c).unpaid(a, "K1").settled(1_300_000, 500_000).closing(2));
    assertThat(List.of(books.payment(a), books.payment(b), books.payment(c))).containsExactly("UNCOLLECTED", "PAID", "PAID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"paid twice", "paid, then unpaid", "unpaid, then paid", "paid twice with other amounts", "unpaid for two reasons",
      "unpaid twice"})
  void aPostOfficesReportWithOneCodeInTwoLinesDoesNotClose(String how) {
    listIsOut(Channel.POST_CASH);
    Line first = switch (how) {
      case "unpaid, then paid" -> unpaid(a, 500_000, "K1");
      case "unpaid for two reasons", "unpaid twice" -> unpaid(a, 500_000, "K1");
      default -> paid(a, 500_000);
    };
    Line second = switch (how) {
      case "paid, then unpaid" -> unpaid(a, 500_000, "K1");
      case "paid twice with other amounts" -> paid(a, 50_000);
      case "unpaid for two reasons" -> unpaid(a, 500_000, "K2");
      case "unpaid twice" -> unpaid(a, 500_000, "K1");
      default -> paid(a, 500_000);
    };
    story.feed(postOffice(list, 1, true, first, paid(b, 600_000), paid(c, 700_000), second));
    assertOpen();
    assertThat(evidence()).contains("dòng 2, 5").doesNotContain(a);
    story.feed(postOffice(list, 2, true, paid(a, 500_000), paid(b, 600_000), paid(c, 700_000)));
    assertClosed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a line too many", "a line too few", "more paid", "less paid"})
  void aPostOfficesReportWhoseTotalsDisagreeCountsForNothing(String how) {
    listIsOut(Channel.POST_CASH);
    int count = how.equals("a line too many") ? 4 : how.equals("a line too few") ? 2 : 3;
    long paid = how.equals("more paid") ? 2_300_000 : how.equals("less paid") ? 1_300_000 : 1_800_000;
    assertThat(story.feed(postOffice(list, 1, true, count, paid, paid(a, 500_000), paid(b, 600_000), paid(c, 700_000))))
        .isEqualTo("SET_ASIDE");
    assertThat(List.of(books.payment(a), books.payment(b), books.payment(c))).containsOnly("SENT");
    assertThat(books.batch(list.id()).listClosed()).isFalse();
    assertThat(books.cases()).containsExactly("FILE_NOT_UNDERSTOOD");
  }

  /** Payments beyond the list open a case with their line; the lines that fit count. */
  @Test
  void aPostOfficesReportThatPaysMoreThanItsListIsNeverSilent() {
    listIsOut(Channel.POST_CASH);
    story.feed(postOffice(list, 1, true, paid(a, 900_000), paid(b, 600_000), paid(c, 700_000)));
    assertThat(List.of(books.payment(a), books.payment(b), books.payment(c))).containsExactly("SENT", "PAID", "PAID");
    assertThat(books.cases()).containsExactly("AMOUNT_DIFFERS", "PAYMENT_UNNAMED");
    assertThat(story.sql().queryForObject("select amount_vnd from case_record where kind = 'AMOUNT_DIFFERS'", Long.class))
        .isEqualTo(900_000);
  }

  private void assertOpen() {
    assertThat(books.batch(list.id()).listClosed()).isFalse();
    assertThat(List.of(books.payment(a), books.payment(b), books.payment(c))).doesNotContain("PAID", "UNCOLLECTED", "REJECTED");
    assertThat(List.of(books.payout(a), books.payout(b), books.payout(c))).containsOnly("OPEN");
    assertThat(Stream.of(a, b, c).flatMap(id -> books.results(id).stream())).isEmpty();
    assertThat(books.cases()).contains("LIST_NOT_CLOSABLE");
  }

  private void assertClosed() {
    assertThat(books.batch(list.id()).listClosed()).isTrue();
    assertThat(List.of(books.payment(a), books.payment(b), books.payment(c))).containsOnly("PAID");
    assertThat(books.results(a)).containsExactly("PAID 1");
    assertThat(books.cases()).doesNotContain("LIST_NOT_CLOSABLE");
  }

  private String evidence() {
    return story.sql().queryForObject("select evidence from case_record where kind = 'LIST_NOT_CLOSABLE' and state = 'OPEN'", String.class);
  }
}
