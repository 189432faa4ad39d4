package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.support.EndToEndId;

/**
 * Forbidden content, sent by each kind of partner that could send it: it moves no money, and one case names the error and its place. The
 * parsers' own tests cover broken bytes.
 */
class BadInputIT {

  private static final long AMOUNT = 500_000;
  private static final String STRANGER = EndToEndId.of("KHAC-2026-11", 7, 1);
  private static final String NO_ID = "INV-2026-0000012";

  /** One payment at a partner, without a status yet. */
  private record Sent(HubStory story, Books.BatchRow batch, String id) {}

  private enum Partner {
    CSV(Channel.BANK, "970405"), FIXED(Channel.BANK, "970418"), ISO(Channel.BANK, "970436"), API(Channel.BANK, "970432"),
    POST(Channel.POST_CASH, "970405"), COMMUNE(Channel.COMMUNE_CASH, "970405");

    private final Channel channel;
    private final String bin;

    Partner(Channel channel, String bin) {
      this.channel = channel;
      this.bin = bin;
    }
  }

  static Stream<Arguments> badInput() {
    return Stream.of(csv(), statement(), opening(), fixed(), iso(), api(), post(), commune()).flatMap(rows -> rows);
  }

  private static Stream<Arguments> csv() {
    return Stream.of(
        row(Partner.CSV, "half a dong", sent -> edited(csv(sent), "|500000|00", "|500000.50|00"),
            "FILE_NOT_UNDERSTOOD", ", dòng 2, trường amount"),
        row(Partner.CSV, "another currency", sent -> edited(csv(sent), "|500000|00", "|500000 USD|00"),
            "FILE_NOT_UNDERSTOOD", ", dòng 2, trường amount"),
        row(Partner.CSV, "negative", sent -> edited(csv(sent), "|500000|00", "|-500000|00"),
            "FILE_NOT_UNDERSTOOD", ", dòng 2, trường amount"),
        row(Partner.CSV, "a dong more", sent -> edited(csv(sent), "500000", "500001"), "AMOUNT_DIFFERS", "dòng đầu 2"),
        row(Partner.CSV, "a dong less", sent -> edited(csv(sent), "500000", "499999"), "AMOUNT_DIFFERS", "dòng đầu 2"),
        row(Partner.CSV, "a stranger's id", sent -> edited(csv(sent), sent.id(), STRANGER), "LINE_UNKNOWN", "dòng đầu 2"),
        row(Partner.CSV, "no id", sent -> edited(csv(sent), sent.id(), NO_ID), "FILE_NOT_UNDERSTOOD", ", dòng 2, trường endToEndId"),
        row(Partner.CSV, "for another sender", sent -> edited(csv(sent), "|PTCTXH|", "|KHAC|"),
            "FILE_NOT_UNDERSTOOD", ", dòng 1, trường sender"),
        row(Partner.CSV, "named for another sender", sent -> csv(sent).named(csv(sent).name().replace("PTCTXH", "KHAC")),
            "FILE_NOT_UNDERSTOOD", "trường sender"),
        row(Partner.CSV, "about a file never sent",
            sent -> edited(csv(sent), "|PTCTXH|1|", "|PTCTXH|9|").named(csv(sent).name().replace("_000001_", "_000009_")),
            "FILE_UNKNOWN_BATCH", "số 9"),
        row(Partner.CSV, "under a name that says too much", sent -> csv(sent).named("KQ 079123456789\r\nBcc: x.csv"), "FILE_NOT_UNDERSTOOD",
            "trường tên tệp"),
        row(Partner.CSV, "XML with an entity", sent -> bytes(csv(sent), bomb("<Document/>")), "FILE_NOT_UNDERSTOOD", ", dòng 1"));
  }

  private static Stream<Arguments> statement() {
    return Stream.of(
        row(Partner.CSV, "statement: half a dong", sent -> edited(statement(sent), "C|1000|", "C|1000.5|"), "FILE_NOT_UNDERSTOOD",
            ", dòng 2, trường amount"),
        row(Partner.CSV, "statement: a dong more", sent -> edited(statement(sent), "C|1000|", "C|1001|"), "FILE_NOT_UNDERSTOOD",
            ", dòng 3"),
        row(Partner.CSV, "statement: another's account", sent -> edited(statement(sent), "2700201012345", "2700201099999"),
            "FILE_NOT_UNDERSTOOD", ", dòng 1, trường account"),
        row(Partner.CSV, "statement: for another sender", sent -> statement(sent).named("SK_KHAC_20261104.csv"), "FILE_NOT_UNDERSTOOD",
            "trường sender"),
        row(Partner.CSV, "statement: of another day", sent -> statement(sent).named("SK_PTCTXH_20261105.csv"), "FILE_NOT_UNDERSTOOD",
            ", dòng 1, trường date"));
  }

  private static Stream<Arguments> opening() {
    return Stream.of(
        row(Partner.CSV, "opened accounts: for another sender", sent -> edited(opening(sent), "|PTCTXH|", "|KHAC|"), "FILE_NOT_UNDERSTOOD",
            ", dòng 1, trường sender"),
        row(Partner.CSV, "opened accounts: no account", sent -> edited(opening(sent), "|2799000000001|", "||"), "FILE_NOT_UNDERSTOOD",
            ", dòng 2, trường account"),
        row(Partner.CSV, "opened accounts: a word nobody knows", sent -> edited(opening(sent), "|OPENED|", "|DONE|"), "FILE_NOT_UNDERSTOOD",
            ", dòng 2, trường status"),
        row(Partner.CSV, "opened accounts: a NUL in a code", sent -> edited(opening(sent), "OPENED|2799000000001|NGUYEN THI DUC|20261104|",
            "REFUSED||||\0"), "FILE_NOT_UNDERSTOOD", ", dòng 2, trường code"),
        row(Partner.CSV, "opened accounts: one line more", sent -> edited(opening(sent), "T|1", "T|2"), "FILE_NOT_UNDERSTOOD", ", dòng 3"));
  }

  private static Stream<Arguments> fixed() {
    return Stream.of(
        row(Partner.FIXED, "half a dong", sent -> edited(fixed(sent), "00050000000", "500000.5000"),
            "FILE_NOT_UNDERSTOOD", ", dòng 2, trường amount"),
        row(Partner.FIXED, "a dong more", sent -> edited(fixed(sent), "500000", "500001"), "AMOUNT_DIFFERS", "dòng đầu 2"),
        row(Partner.FIXED, "a dong less", sent -> edited(fixed(sent), "500000", "499999"), "AMOUNT_DIFFERS", "dòng đầu 2"),
        row(Partner.FIXED, "a stranger's id", sent -> edited(fixed(sent), sent.id(), STRANGER), "LINE_UNKNOWN", "dòng đầu 2"),
        row(Partner.FIXED, "no id", sent -> edited(fixed(sent), sent.id(), NO_ID), "FILE_NOT_UNDERSTOOD", ", dòng 2, trường endToEndId"),
        row(Partner.FIXED, "for another sender", sent -> edited(fixed(sent), "1PTCTXH  ", "1KHAC    "),
            "FILE_NOT_UNDERSTOOD", ", dòng 1, trường sender"),
        row(Partner.FIXED, "named for another sender", sent -> fixed(sent).named("KHAC.R000001.01"),
            "FILE_NOT_UNDERSTOOD", "trường sender"),
        row(Partner.FIXED, "longer records", sent -> edited(fixed(sent), "\r\n", " \r\n"),
            "FILE_NOT_UNDERSTOOD", ", dòng 1, trường record"));
  }

  private static Stream<Arguments> iso() {
    return Stream.of(
        row(Partner.ISO, "an entity bomb", sent -> encrypted(bomb(booked(sent))), "FILE_NOT_UNDERSTOOD", "trường DOCTYPE"),
        row(Partner.ISO, "an external entity", sent -> encrypted(external(booked(sent))), "FILE_NOT_UNDERSTOOD", "trường DOCTYPE"),
        row(Partner.ISO, "deep nesting",
            sent -> encrypted(booked(sent).replace("<BookgDt>", "<X>".repeat(50_000) + "</X>".repeat(50_000) + "<BookgDt>")),
            "FILE_NOT_UNDERSTOOD", "64 tầng"),
        row(Partner.ISO, "an element with a long name", sent -> encrypted(booked(sent).replace("BkToCstmrDbtCdtNtfctn", "B".repeat(400))),
            "FILE_NOT_UNDERSTOOD", "camt.054"),
        row(Partner.ISO, "a day beyond any calendar", sent -> encrypted(booked(sent).replace("2026-11-04", "+999999999-12-31")),
            "FILE_NOT_UNDERSTOOD", "trường Dt"),
        row(Partner.ISO, "written beyond any calendar", sent -> encrypted(IsoMessage.group(1, "10", "+999999999-12-31T00:00:00+07:00",
            "ACSP", "")), "FILE_NOT_UNDERSTOOD", "trường CreDtTm"),
        row(Partner.ISO, "half a dong", sent -> encrypted(booked(sent).replace("500000", "500000.50")), "FILE_NOT_UNDERSTOOD",
            "trường Amt"),
        row(Partner.ISO, "another currency", sent -> encrypted(booked(sent).replace("VND", "USD")), "FILE_NOT_UNDERSTOOD", "trường Amt"),
        row(Partner.ISO, "a dong more", sent -> encrypted(booked(sent).replace("500000", "500001")), "AMOUNT_DIFFERS", "dòng đầu 1"),
        row(Partner.ISO, "a dong less", sent -> encrypted(booked(sent).replace("500000", "499999")), "AMOUNT_DIFFERS", "dòng đầu 1"),
        row(Partner.ISO, "a stranger's id", sent -> encrypted(booked(sent).replace(sent.id(), STRANGER)), "LINE_UNKNOWN", "dòng đầu 1"),
        row(Partner.ISO, "another's account", sent -> encrypted(booked(sent).replace("0801000765432", "0801000000000")),
            "FILE_NOT_UNDERSTOOD", "trường Acct/Id"),
        row(Partner.ISO, "for another sender", sent -> encrypted(IsoMessage.group(1, "10", "2026-11-04T10:00:00+07:00", "PART",
            IsoMessage.transaction(sent.id(), "ACCC")).replace("PTCTXH-", "KHAC-")), "FILE_NOT_UNDERSTOOD", "trường OrgnlMsgId"),
        row(Partner.ISO, "sealed by nobody",
            sent -> new InboundFile(IsoMessage.BANK, "", "x.pgp", booked(sent).getBytes(StandardCharsets.UTF_8)),
            "FILE_SIGNATURE_WRONG", "chữ ký"));
  }

  private static Stream<Arguments> api() {
    return Stream.of(
        row(Partner.API, "half a dong", sent -> edited(api(sent), "500000", "500000.50"), "FILE_NOT_UNDERSTOOD", ", dòng 1, trường amount"),
        row(Partner.API, "another currency", sent -> edited(api(sent), "\"amount\"", "\"currency\":\"USD\",\"amount\""),
            "FILE_NOT_UNDERSTOOD", ", dòng 1, trường currency"),
        row(Partner.API, "a dong more", sent -> edited(api(sent), "500000", "500001"), "AMOUNT_DIFFERS", "dòng đầu 1"),
        row(Partner.API, "a dong less", sent -> edited(api(sent), "500000", "499999"), "AMOUNT_DIFFERS", "dòng đầu 1"),
        row(Partner.API, "a stranger's id", sent -> edited(api(sent), sent.id(), STRANGER), "LINE_UNKNOWN", "dòng đầu 1"),
        row(Partner.API, "for another sender", sent -> api(sent).named(api(sent).name().replace("PTCTXH", "KHAC")),
            "FILE_NOT_UNDERSTOOD", "trường clientBulkId"),
        row(Partner.API, "a day beyond any calendar", sent -> edited(api(sent), "2026-11-04T", "+999999999-12-31T"), "FILE_NOT_UNDERSTOOD",
            ", dòng 1, trường bookedAt"),
        row(Partner.API, "deep nesting", sent -> edited(api(sent), "\"text\":\"\"", "\"text\":" + "[".repeat(50_000) + "]".repeat(50_000)),
            "FILE_NOT_UNDERSTOOD", "trường body"));
  }

  private static Stream<Arguments> post() {
    return Stream.of(
        row(Partner.POST, "half a dong", sent -> edited(post(sent), "DA_CHI;500000", "DA_CHI;500000,50"),
            "FILE_NOT_UNDERSTOOD", ", dòng 2, trường"),
        row(Partner.POST, "another currency", sent -> edited(post(sent), "DA_CHI;500000", "DA_CHI;500000 USD"),
            "FILE_NOT_UNDERSTOOD", ", dòng 2, trường"),
        row(Partner.POST, "two readings", sent -> edited(edited(post(sent), "DA_CHI;500000", "DA_CHI;2.789"), ";500000;", ";2789000;"),
            "AMOUNT_DIFFERS", "dòng đầu 2"),
        row(Partner.POST, "a dong more", sent -> edited(post(sent), "500000", "500001"), "AMOUNT_DIFFERS", "dòng đầu 2"),
        row(Partner.POST, "a dong less", sent -> edited(post(sent), "500000", "499999"), "AMOUNT_DIFFERS", "dòng đầu 2"),
        row(Partner.POST, "a stranger's id", sent -> edited(post(sent), sent.id(), STRANGER), "LINE_UNKNOWN", "dòng đầu 2"),
        row(Partner.POST, "strangers with more money than there is", sent -> bytes(post(sent), rich()), "LINE_UNKNOWN", "10000 dòng"),
        row(Partner.POST, "no id", sent -> edited(post(sent), sent.id(), NO_ID), "FILE_NOT_UNDERSTOOD", ", dòng 2, trường"),
        row(Partner.POST, "another post office's", sent -> post(sent).named(post(sent).name().replace(HubStory.POST_OFFICE, "BD9999")),
            "FILE_NOT_UNDERSTOOD", "bưu cục khác"),
        row(Partner.POST, "a NUL in a name", sent -> edited(post(sent), "Đỗ Văn", "Đỗ\0Văn"), "FILE_NOT_UNDERSTOOD", ", dòng 2"),
        row(Partner.POST, "a NUL in a mark", sent -> edited(post(sent), "DA_CHI;", "DA\0CHI;"), "FILE_NOT_UNDERSTOOD", ", dòng 2"),
        row(Partner.POST, "a NUL in a reason", sent -> edited(post(sent), "DA_CHI;500000;03/11/2026;Đỗ Văn Hoà;Con;NHA;;",
            "CHUA_CHI;500000;;;;;K\0;"), "FILE_NOT_UNDERSTOOD", ", dòng 2"),
        row(Partner.POST, "XML with an entity", sent -> bytes(post(sent), bomb("<Document/>")), "FILE_NOT_UNDERSTOOD", "dòng tiêu đề"),
        row(Partner.POST, "a cell without end", sent -> edited(post(sent), "03/11/2026", "\"" + "x".repeat(20 << 20)),
            "FILE_NOT_UNDERSTOOD", "TONG"));
  }

  private static Stream<Arguments> commune() {
    return Stream.of(
        row(Partner.COMMUNE, "half a dong", sent -> list(sent).put(sent.id(), "Số tiền", "500000,50").interim(1),
            "FILE_NOT_UNDERSTOOD", ", trường"),
        row(Partner.COMMUNE, "half a dong in a number",
            sent -> SpoiltSheet.of(list(sent).interim(1)).replaced("<v>500000</v>", "<v>500000.5</v>"),
            "FILE_NOT_UNDERSTOOD", ", trường"),
        row(Partner.COMMUNE, "another currency", sent -> list(sent).put(sent.id(), "Số tiền", "500000 USD").interim(1),
            "FILE_NOT_UNDERSTOOD", ", trường"),
        row(Partner.COMMUNE, "a dong more", sent -> list(sent).amount(sent.id(), AMOUNT + 1).interim(1), "AMOUNT_DIFFERS", "dòng đầu"),
        row(Partner.COMMUNE, "a dong less", sent -> list(sent).amount(sent.id(), AMOUNT - 1).interim(1), "AMOUNT_DIFFERS", "dòng đầu"),
        row(Partner.COMMUNE, "a stranger's id", sent -> list(sent).put(sent.id(), "Mã chi trả", STRANGER).interim(1),
            "LINE_UNKNOWN", "dòng đầu"),
        row(Partner.COMMUNE, "another commune's",
            sent -> list(sent).numbered("04792-BTXH-202611-000001", "09999-BTXH-202611-000001").interim(1),
            "FILE_NOT_UNDERSTOOD", "xã khác"),
        row(Partner.COMMUNE, "an entity bomb",
            sent -> SpoiltSheet.of(list(sent).interim(1)).declaring("<!ENTITY a \"" + "x".repeat(1_000) + "\"><!ENTITY b \"&a;&a;&a;\">"),
            "FILE_NOT_UNDERSTOOD", "thực thể XML"),
        row(Partner.COMMUNE, "an external entity",
            sent -> SpoiltSheet.of(list(sent).interim(1)).declaring("<!ENTITY a SYSTEM \"file:///etc/hostname\">"),
            "FILE_NOT_UNDERSTOOD", "thực thể XML"),
        row(Partner.COMMUNE, "deep nesting in the sheet", sent -> SpoiltSheet.of(list(sent).interim(1)).nested("xl/worksheets/sheet1.xml"),
            "FILE_NOT_UNDERSTOOD", "tầng"),
        row(Partner.COMMUNE, "deep nesting in the strings", sent -> SpoiltSheet.of(list(sent).interim(1)).nested("xl/sharedStrings.xml"),
            "FILE_NOT_UNDERSTOOD", "tầng"),
        row(Partner.COMMUNE, "a zip bomb", sent -> SpoiltSheet.of(list(sent).interim(1)).with("xl/media/image1.bmp", 256 << 20),
            "FILE_NOT_UNDERSTOOD", "quá lớn"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("badInput")
  void movesNothingAndOneCaseSaysWhatAndWhere(Partner partner, String what, Function<Sent, InboundFile> file, String aCase, String where) {
    HubStory story = HubStory.begin();
    Books books = story.books();
    String id = story.handOverTo(partner.bin, partner.channel, AMOUNT).get(0);
    story.send();
    story.feed(file.apply(new Sent(story, books.batchOf(id), id)));
    assertThat(books.payment(id)).isIn("SENT", "ACCEPTED");
    assertThat(books.payout(id)).isEqualTo("OPEN");
    assertThat(books.paymentRow(id)).containsEntry("provisional", null);
    assertThat(books.results(id)).isEmpty();
    Map<String, Object> opened = story.sql().queryForMap("select * from case_record where kind <> 'PAYMENT_UNNAMED'");
    assertThat(opened).containsEntry("kind", aCase);
    assertThat(opened.get("evidence").toString()).contains(where).doesNotContain("/tmp", "Exception", "079123456789", "\r", "\n");
  }

  static Stream<Arguments> oddText() {
    return Stream.of(
        text(Partner.CSV, sent -> edited(csv(sent), "|20261104|", "|20261104|a\0b")),
        text(Partner.FIXED, sent -> edited(fixed(sent), "20261104   ", "20261104a\0b")),
        text(Partner.API, sent -> edited(api(sent), "\"text\":\"\"", "\"text\":\"a\\u0000b \\ud800 \\udfff\"")),
        text(Partner.POST, sent -> edited(post(sent), "Đỗ Văn Hoà", "Đỗ\1Văn\u007f\u0085")),
        text(Partner.COMMUNE, sent -> CashReports.commune(sent.story(), sent.batch()).unpaid(sent.id(), "a_x0000_b").interim(1)),
        text(Partner.COMMUNE, sent -> list(sent).put(sent.id(), "Người nhận thay", "a_x0000_b\uFFFE").interim(1)));
  }

  /** A database that keeps no such character must not stop the file. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("oddText")
  void oddCharactersStopNoFile(Partner partner, Function<Sent, InboundFile> file) {
    HubStory story = HubStory.begin();
    Books books = story.books();
    String id = story.handOverTo(partner.bin, partner.channel, AMOUNT).get(0);
    story.send();
    assertThat(story.feed(file.apply(new Sent(story, books.batchOf(id), id)))).isIn("DONE", "SET_ASIDE");
  }

  private static Arguments text(Partner partner, Function<Sent, InboundFile> file) {
    return Arguments.of(partner, file);
  }

  private static Arguments row(Partner partner, String what, Function<Sent, InboundFile> file, String aCase, String where) {
    return Arguments.of(partner, what, file, aCase, where);
  }

  private static InboundFile csv(Sent sent) {
    return BankMessages.part(sent.batch(), 1, true, BankMessages.Line.of(sent.id(), AMOUNT, "00"));
  }

  private static InboundFile statement(Sent sent) {
    return bytes(csv(sent).named("SK_PTCTXH_20261104.csv"), "H|1|2700201012345|20261104|0|1000\nE|1|C|1000|NCAP|FT1|\nT|1|0|1000\n");
  }

  private static InboundFile opening(Sent sent) {
    return bytes(csv(sent).named("KQMTK_PTCTXH_20261104_000001_01.csv"),
        "H|1|PTCTXH|1|1|Y\nR|YC1|OPENED|2799000000001|NGUYEN THI DUC|20261104|\nT|1\n");
  }

  private static InboundFile fixed(Sent sent) {
    String body = Stream.of("1PTCTXH  00000101Y", "6%s%015d00%-20s20261104".formatted(sent.id(), AMOUNT, "FT1"),
        "9000001%018d".formatted(AMOUNT))
        .map("%-160s\r\n"::formatted).reduce("", String::concat);
    return new InboundFile("bidv", "", "PTCTXH.R000001.01", body.getBytes(StandardCharsets.US_ASCII));
  }

  private static String booked(Sent sent) {
    return IsoMessage.booked(sent.id(), String.valueOf(AMOUNT), "DBIT", "BOOK", "");
  }

  private static InboundFile encrypted(String xml) {
    return IsoMessage.file(xml);
  }

  private static InboundFile api(Sent sent) {
    return ApiMessages.page(sent.batch(), 1, true, ApiMessages.result(sent.id(), AMOUNT, "PAID", "00"));
  }

  private static InboundFile post(Sent sent) {
    return CashReports.postOffice(sent.batch(), 1, false, CashReports.Line.paid(sent.id(), AMOUNT));
  }

  private static String rich() {
    return "ma_chi_tra;trang_thai;so_tien;ngay_chi;nguoi_nhan;quan_he;noi_chi;ma_ly_do;ghi_chu\r\n"
        + (STRANGER + ";CHUA_CHI;999999999999999;;;;;K1;\r\n").repeat(10_000) + "TONG;10000;0;;;;;;\r\n";
  }

  private static CashReports.FilledList list(Sent sent) {
    return CashReports.commune(sent.story(), sent.batch()).paid(sent.id());
  }

  private static InboundFile edited(InboundFile file, String from, String to) {
    String text = new String(file.bytes(), StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    return bytes(file, text.replace(from, to));
  }

  private static InboundFile bytes(InboundFile file, String text) {
    return new InboundFile(file.partner(), file.folder(), file.name(), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String bomb(String xml) {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE Document [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    return xml.replaceFirst("<Document", bomb + "]><Document");
  }

  private static String external(String xml) {
    return xml.replaceFirst("<Document", "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Document");
  }
}
