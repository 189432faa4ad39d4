package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chitra.hub.inbound.CashReports.commune;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.inbound.CashReports.FilledList;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.payout.Channel;

/** A commune's sheet in which only some columns were sorted: names are beside the codes of other payees, and no row counts. */
class MixedRowsIT {

  private static final int PEOPLE = 20;
  private static final int MARKED = 12;
  private static final long EACH = 500_000;

  private HubStory story;
  private Books books;
  private List<String> ids;
  private Books.BatchRow list;

  @BeforeEach
  void begin() {
    story = HubStory.begin();
    books = story.books();
    sent(IntStream.range(0, PEOPLE).mapToObj(i -> "Đỗ Thị " + (char) ('A' + i) + "nh").toList());
  }

  private void sent(List<String> names) {
    ids = story.sentTo(Channel.COMMUNE_CASH, names, names.stream().mapToLong(name -> EACH).toArray());
    list = books.batchOf(ids.get(0));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void namesAndMarksSortedWithoutTheCodesCountForNothing(boolean closing) {
    FilledList sheet = marked().sorted(ids, reversed(), "Họ và tên", "Kết quả", "Ngày chi");
    assertThat(story.feed(closing ? sheet.closing(1) : sheet.interim(1))).isEqualTo("SET_ASIDE");
    assertNothingCounted();
    assertThat(books.cases()).containsExactly("LIST_ROWS_MIXED");
    assertThat(story.sql().queryForMap("select evidence, item_count, line_no from case_record where kind = 'LIST_ROWS_MIXED'"))
        .containsEntry("item_count", PEOPLE).containsEntry("line_no", 8)
        .hasEntrySatisfying("evidence", text -> assertThat(text.toString()).contains("dòng 8, 9, 10").doesNotContain("Đỗ", ids.get(0)));
  }

  @Test
  void theRightSheetUnderTheSameNumberCountsAndEndsTheCase() {
    story.feed(marked().sorted(ids, reversed(), "Họ và tên", "Kết quả", "Ngày chi").closing(1));
    story.feed(marked().closing(1));
    assertThat(ids.stream().map(books::payment).filter("PAID"::equals)).hasSize(MARKED);
    assertThat(ids.subList(0, MARKED).stream().map(books::payment)).containsOnly("PAID");
    assertThat(books.batch(list.id()).listClosed()).isTrue();
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void twoNamesChangedAboutAreEnough() {
    List<String> swapped = new ArrayList<>(ids);
    swapped.set(3, ids.get(15));
    swapped.set(15, ids.get(3));
    assertThat(story.feed(marked().sorted(ids, swapped, "Họ và tên").closing(1))).isEqualTo("SET_ASIDE");
    assertNothingCounted();
    assertThat(books.cases()).containsExactly("LIST_ROWS_MIXED");
  }

  @Test
  void namesInAnotherWritingAreTheSameNames() {
    assertThat(story.feed(marked().sorted(ids, reversed(), "Họ và tên").put(ids.get(0), "Họ và tên", "DO THI  TNH")
        .closing(1))).isEqualTo("SET_ASIDE");
    assertThat(story.feed(respelt(marked()).closing(1))).isEqualTo("DONE");
    assertThat(books.batch(list.id()).listClosed()).isTrue();
    assertThat(books.cases()).isEmpty();
  }

  private FilledList respelt(FilledList sheet) {
    for (int i = 0; i < PEOPLE; i++) {
      sheet.put(ids.get(i), "Họ và tên", "ĐO  thi " + (char) ('a' + i) + "nh ");
    }
    return sheet;
  }

  @Test
  void oneNameOfAnotherOrNamesOfNobodyAreMistakesOfTheHand() {
    FilledList sheet = marked().put(ids.get(0), "Họ và tên", "Đỗ Thị Bnh").put(ids.get(5), "Họ và tên", "Lê Văn Khác")
        .put(ids.get(6), "Họ và tên", "Trần Thị Lạ").put(ids.get(7), "Họ và tên", "");
    assertThat(story.feed(sheet.closing(1))).isEqualTo("DONE");
    assertThat(books.batch(list.id()).listClosed()).isTrue();
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void rowsSortedWholePass() {
    assertThat(story.feed(marked().sortedWhole(ids, reversed()).closing(1))).isEqualTo("DONE");
    assertThat(ids.subList(0, MARKED).stream().map(books::payment)).containsOnly("PAID");
    assertThat(ids.subList(MARKED, PEOPLE).stream().map(books::payment)).containsOnly("UNCOLLECTED");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void aSheetWithoutNamesPasses() {
    assertThat(story.feed(marked().without("Họ và tên").closing(1))).isEqualTo("DONE");
    assertThat(books.batch(list.id()).listClosed()).isTrue();
  }

  @Test
  void twoPeopleOfOneNameRaiseNothing() {
    begunWith(List.of("Lê Thị Hoa", "Lê Thị Hoa", "Lê Thị Hoà", "Trần Văn Đức"));
    FilledList sheet = commune(story, list).paid(ids.get(0)).sorted(ids.subList(0, 3), List.of(ids.get(2), ids.get(0), ids.get(1)),
        "Họ và tên")
        .settled(EACH, 3 * EACH);
    assertThat(story.feed(sheet.closing(1))).isEqualTo("DONE");
    assertThat(books.payment(ids.get(0))).isEqualTo("PAID");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void peopleOfOneNameAmongOthersHideNothing() {
    begunWith(List.of("Lê Thị Hoa", "Lê Thị Hoa", "Trần Văn Đức"));
    FilledList sheet = commune(story, list).paid(ids.get(2)).sorted(ids, List.of(ids.get(0), ids.get(2), ids.get(1)), "Họ và tên",
        "Kết quả", "Ngày chi").settled(EACH, 2 * EACH);
    assertThat(story.feed(sheet.closing(1))).isEqualTo("SET_ASIDE");
    assertThat(ids.stream().map(books::payment)).containsOnly("SENT");
  }

  /** The printed list counts, not the current database. */
  @Test
  void namesThatChangedSinceAreComparedAsPrinted() {
    story.sql().update("update payout set beneficiary_name = 'Đỗ Thị Bnh' where payout_id = ?", books.payoutOf(ids.get(0)));
    story.sql().update("update payout set beneficiary_name = 'Đỗ Thị Anh' where payout_id = ?", books.payoutOf(ids.get(1)));
    assertThat(story.feed(marked().closing(1))).isEqualTo("DONE");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void aMixedSheetAfterTheCloseIsNoChangeOfLines() {
    story.feed(marked().closing(1));
    List<String> before = ids.stream().map(books::payment).toList();
    assertThat(story.feed(marked().sorted(ids, reversed(), "Họ và tên", "Kết quả", "Ngày chi").closing(2))).isEqualTo("SET_ASIDE");
    assertThat(ids.stream().map(books::payment)).isEqualTo(before);
    assertThat(books.cases()).containsExactly("LIST_ROWS_MIXED");
    story.feed(marked().put(ids.get(0), "Ngày chi", "06/11/2026").closing(2));
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void theSameMixedBytesAgainAreNoNews() {
    InboundFile mixed = marked().sorted(ids, reversed(), "Họ và tên").closing(1);
    story.feed(mixed);
    story.feed(mixed);
    assertThat(books.cases()).containsExactly("LIST_ROWS_MIXED");
  }

  private void begunWith(List<String> names) {
    story = HubStory.begin();
    books = story.books();
    sent(names);
  }

  private FilledList marked() {
    FilledList sheet = commune(story, list).settled(MARKED * EACH, (PEOPLE - MARKED) * EACH);
    ids.subList(0, MARKED).forEach(sheet::paid);
    return sheet;
  }

  private List<String> reversed() {
    List<String> reversed = new ArrayList<>(ids);
    Collections.reverse(reversed);
    return reversed;
  }

  private void assertNothingCounted() {
    assertThat(ids.stream().map(books::payment)).containsOnly("SENT");
    assertThat(ids.stream().map(id -> books.paymentRow(id).get("provisional"))).containsOnlyNulls();
    assertThat(ids.stream().flatMap(id -> books.statuses(id).stream())).isEmpty();
    assertThat(books.batch(list.id()).listClosed()).isFalse();
  }
}
