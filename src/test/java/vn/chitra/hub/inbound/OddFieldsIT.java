package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.payout.Channel;

/** One odd field concerns its line, never the file: a bank with text files, two payments. */
class OddFieldsIT {

  private HubStory story;
  private Books books;
  private List<String> payments;

  @BeforeEach
  void twoPaymentsAreAtTheBank() {
    story = HubStory.begin();
    books = story.books();
    payments = story.sent(Channel.BANK, 550_000, 2_789_000);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      550.000    ; 2.789.000,00    ; 3339000      ; PAID ; PAID ;
      550,000    ; 2.789.000 ₫     ; 3.339.000    ; PAID ; PAID ;
      550 000    ; 2,789,000.00    ; 3.339.000,00 ; PAID ; PAID ;
      550000 VND ; 2.789           ; 3339000      ; PAID ; SENT ; AMOUNT_DIFFERS
      550.000    ; 2.789           ; 552789       ; PAID ; SENT ; AMOUNT_DIFFERS
      """)
  void anAmountThatIsAmbiguousConcernsItsLineOnly(String first, String second, String total, String one, String other, String aCase) {
    assertThat(story.feed(part(first, second, total, "20261104", "FT2"))).isEqualTo("DONE");
    assertThat(payments.stream().map(books::payment)).containsExactly(one, other);
    assertThat(books.cases()).isEqualTo(aCase == null ? List.of() : List.of(aCase));
  }

  @Test
  void aReferenceIsKeptUpTo140CharactersAndItsFirst40AreWritten() {
    String reference = "FT" + "1234567890".repeat(15);
    assertThat(story.feed(part("550000", "2789000", "3339000", "20261104", reference))).isEqualTo("DONE");
    assertThat(books.paymentRow(payments.get(1)).get("partner_ref")).isEqualTo(reference.substring(0, 140));
    assertThat(story.sql().queryForObject("select left(partner_ref, 40) from payout_result where end_to_end_id = ?", String.class,
        payments.get(1))).isEqualTo(reference.substring(0, 40));
  }

  private InboundFile part(String first, String second, String total, String day, String reference) {
    Books.BatchRow batch = books.batchOf(payments.get(0));
    String lines = "R|%s|%s|00|FT1|20261104|\nR|%s|%s|00|%s|%s|\n".formatted(payments.get(0), first, payments.get(1), second,
        reference, day);
    return new InboundFile(HubStory.BANK, "", batch.fileName().replace("CT_", "KQ_").replace(".csv", "_01.csv"),
        ("H|1|PTCTXH|1|1|Y\n" + lines + "T|2|" + total + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
