package vn.chitra.hub.channel.bankfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.channel.bankcsv.BankCsvAckParser;
import vn.chitra.hub.channel.bankcsv.BankCsvResultParser;
import vn.chitra.hub.channel.bankfixed.BankFixedRefusalParser;
import vn.chitra.hub.channel.bankfixed.BankFixedResultParser;
import vn.chitra.hub.inbound.InboundMessage;
import vn.chitra.hub.inbound.NamedFileParser;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.inbound.ParseResult.Understood;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.support.EndToEndId;

/** A damaged answer is never read as other amounts. */
class BankMessageDamageTests {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final CodesOfTheContract WORDS = new CodesOfTheContract();
  private static final String KQ = "KQ_CHITRA_20261125_000001_01.csv";
  private static final String FIXED = "CHITRA.R000027.01";
  private static final Consumer<NotUnderstood> AMOUNT_OF_LINE_2 = it -> {
    assertThat(it.problem()).isEqualTo(Problem.MALFORMED);
    assertThat(it.line()).isEqualTo(2);
    assertThat(it.field()).isEqualTo("amount");
  };

  @TempDir
  Path folder;

  private final AtomicLong count = new AtomicLong();
  private final AtomicLong total = new AtomicLong();

  static Stream<Arguments> wholeReplies() {
    return Stream.of(
        Arguments.of(new BankCsvResultParser(WORDS), PartnerKind.BANK_CSV, "bank-csv/in/result-first-part/" + KQ),
        Arguments.of(new BankCsvResultParser(WORDS), PartnerKind.BANK_CSV,
            "bank-csv/in/result-last-part-from-windows/KQ_CHITRA_20261125_000001_02.csv"),
        Arguments.of(new AccountOpeningParser(), PartnerKind.BANK_CSV,
            "bank-csv/in/account-opening/KQMTK_CHITRA_20261203_000004_01.csv"),
        Arguments.of(new StatementParser(), PartnerKind.BANK_CSV, "bank-csv/in/statement/SK_CHITRA_20261125.csv"),
        Arguments.of(new BankFixedResultParser(WORDS), PartnerKind.BANK_FIXED, "bank-fixed/in/result-part/" + FIXED),
        Arguments.of(new BankFixedRefusalParser(), PartnerKind.BANK_FIXED, "bank-fixed/in/refusal-format/CHITRA.X000027.02"));
  }

  @ParameterizedTest
  @MethodSource("wholeReplies")
  void cutAtAnyByteIsNeverUnderstood(NamedFileParser reader, PartnerKind kind, String golden) throws IOException {
    Path whole = GOLDEN.resolve(golden);
    byte[] bytes = Files.readAllBytes(whole);
    assertThat(read(reader, kind, whole.getFileName().toString(), bytes)).isInstanceOf(Understood.class);
    assertThat(reader.endsShort(whole)).isFalse();
    for (int length = 0; length < bytes.length; length++) {
      ParseResult parsed = read(reader, kind, whole.getFileName().toString(), Arrays.copyOf(bytes, length));
      assertThat(parsed).as("cut at %d", length).isInstanceOfSatisfying(NotUnderstood.class,
          it -> assertThat(it.problem()).isIn(Problem.TRUNCATED, Problem.MALFORMED));
      assertThat(reader.endsShort(folder.resolve(whole.getFileName()))).as("cut at %d", length).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("wholeReplies")
  void oneChangedDigitIsNeverUnderstoodWithOtherTotals(NamedFileParser reader, PartnerKind kind, String golden) throws IOException {
    Path whole = GOLDEN.resolve(golden);
    byte[] bytes = Files.readAllBytes(whole);
    read(reader, kind, whole.getFileName().toString(), bytes);
    long countMeant = count.get();
    long totalMeant = total.get();
    for (int at = 0; at < bytes.length; at++) {
      for (byte digit = '0'; digit <= '9' && bytes[at] >= '0' && bytes[at] <= '9'; digit++) {
        byte[] changed = bytes.clone();
        changed[at] = digit;
        if (read(reader, kind, whole.getFileName().toString(), changed) instanceof Understood) {
          assertThat(count).as("digit at %d", at).hasValue(countMeant);
          assertThat(total).as("digit at %d", at).hasValue(totalMeant);
        }
      }
    }
  }

  /** What a mainframe, Windows or a spreadsheet program writes behind the trailer. */
  static Stream<Arguments> saysNothing() {
    List<String> endings = List.of("\r\n", "\n\n\n", "\u001a", " \t ", " ".repeat(32_760), "\r\n\u001a\r\n", "||||||\r\n|||\n");
    return wholeReplies().map(Arguments::get).flatMap(reply -> endings.stream()
        .filter(bytes -> reply[1] == PartnerKind.BANK_CSV || !bytes.contains("|"))
        .map(bytes -> Arguments.of(reply[0], reply[1], reply[2], bytes)));
  }

  @ParameterizedTest
  @MethodSource("saysNothing")
  void bytesThatSayNothingBehindTheTrailerChangeNothing(NamedFileParser reader, PartnerKind kind, String golden, String behind)
      throws IOException {
    Path whole = GOLDEN.resolve(golden);
    String text = Files.readString(whole);
    ParseResult parsed = read(reader, kind, whole.getFileName().toString(), text.getBytes(StandardCharsets.UTF_8));
    assertThat(parsed).isInstanceOf(Understood.class);
    long lines = count.get();
    assertThat(read(reader, kind, whole.getFileName().toString(), (text + behind).getBytes(StandardCharsets.UTF_8))).isEqualTo(parsed);
    assertThat(count).hasValue(lines);
    assertThat(reader.endsShort(folder.resolve(whole.getFileName()))).isFalse();
  }

  /** The mark of the file's end stands for the last line end. */
  @ParameterizedTest
  @MethodSource("wholeReplies")
  void theMarkOfTheFilesEndEndsTheLastLine(NamedFileParser reader, PartnerKind kind, String golden) throws IOException {
    Path whole = GOLDEN.resolve(golden);
    String text = Files.readString(whole).stripTrailing();
    String last = kind == PartnerKind.BANK_FIXED ? Files.readString(whole).replaceAll("\r\n$", "") : text;
    assertThat(read(reader, kind, whole.getFileName().toString(), (last + "\u001a").getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Understood.class);
    assertThat(reader.endsShort(folder.resolve(whole.getFileName()))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\u001a\u001a", "R|", "T|0|0\n", "\0", "\n.\n"})
  void anythingElseBehindTheTrailerRefusesTheFile(String behind) throws IOException {
    Path whole = GOLDEN.resolve("bank-csv/in/result-first-part/" + KQ);
    assertThat(read(new BankCsvResultParser(WORDS), PartnerKind.BANK_CSV, KQ, (Files.readString(whole) + behind)
        .getBytes(StandardCharsets.UTF_8))).isInstanceOfSatisfying(NotUnderstood.class,
            it -> assertThat(it.problem()).isEqualTo(Problem.MALFORMED));
  }

  /** A part of header and trailer is a part like another: it claims its number, and Y closes the answer. */
  @ParameterizedTest
  @ValueSource(strings = {"N", "Y"})
  void aPartWithoutLinesIsAPart(String last) throws IOException {
    ParseResult results = read(new BankCsvResultParser(WORDS), PartnerKind.BANK_CSV, KQ, utf8("H|1|CHITRA|1|1|" + last + "\nT|0|0\n"));
    ParseResult accounts = read(new AccountOpeningParser(), PartnerKind.BANK_CSV, "KQMTK_CHITRA_20261203_000004_01.csv",
        utf8("H|1|CHITRA|4|1|" + last + "\nT|0\n"));

    assertThat(results).isInstanceOfSatisfying(Understood.class, it -> assertThat(it.message())
        .isInstanceOfSatisfying(InboundMessage.ResultPart.class, part -> assertThat(part.lastPart()).isEqualTo(last.equals("Y"))));
    assertThat(accounts).isEqualTo(new Understood(new InboundMessage.AccountOpeningPart(4, 1, last.equals("Y"))));
    assertThat(count).hasValue(0);
  }

  /** Nothing, a header alone, a trailer alone, and a trailer that counts lines which are not there: no part, whatever the number. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "H|1|CHITRA|4|1|Y\n", "T|0\n", "T|0|0\n", "H|1|CHITRA|4|1|Y\nT|1\n", "H|1|CHITRA|4|1|Y\nT|\n"})
  void whatHasNoTrailerOfItsLinesIsNoPart(String file) throws IOException {
    assertThat(read(new AccountOpeningParser(), PartnerKind.BANK_CSV, "KQMTK_CHITRA_20261203_000004_01.csv", utf8(file)))
        .isInstanceOf(NotUnderstood.class);
    assertThat(read(new BankCsvResultParser(WORDS), PartnerKind.BANK_CSV, "KQ_CHITRA_20261203_000004_01.csv", utf8(file)))
        .isInstanceOf(NotUnderstood.class);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void cutAcknowledgementSaysTheSameOrNothing() throws IOException {
    String name = "ACK_CT_CHITRA_20261125_000001.csv_02";
    byte[] bytes = Files.readAllBytes(GOLDEN.resolve("bank-csv/in/ack-seq-seen-before").resolve(name));
    int upToText = new String(bytes, StandardCharsets.UTF_8).indexOf("|F1|") + 4;
    for (int length = 0; length < bytes.length; length++) {
      ParseResult parsed = read(new BankCsvAckParser(), PartnerKind.BANK_CSV, name, Arrays.copyOf(bytes, length));
      assertThat(new BankCsvAckParser().endsShort(folder.resolve(name))).as("cut at %d", length).isEqualTo(length < upToText);
      if (length < upToText) {
        assertThat(parsed).as("cut at %d", length).isInstanceOf(NotUnderstood.class);
      } else if (parsed instanceof Understood understood) {
        assertThat(understood.message()).isInstanceOfSatisfying(InboundMessage.FileAcknowledgement.class, it -> {
          assertThat(it.code()).isEqualTo("F1");
          assertThat(it.accepted()).isFalse();
        });
      }
    }
  }

  @Test
  void lineWithoutEndIsRefusedBeforeItFillsTheMemory() throws IOException {
    byte[] endless = new byte[1 << 20];
    Arrays.fill(endless, (byte) 'H');
    assertThat(read(new BankCsvResultParser(WORDS), PartnerKind.BANK_CSV, KQ, endless))
        .isEqualTo(new NotUnderstood(Problem.MALFORMED, 1, null, "Dòng quá dài"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"500000.50", "500000,50", "500.000.00", "5e5", "-500000", "+500000", "5 00000", "500000USD",
    "USD 500000", "$500000", "", "0x7A120", "1000000000000000", "٥٠٠٠٠٠", "５０００００"})
  void anAmountThatIsNotWholeDongInDigitsIsRefusedWithItsLine(String amount) throws IOException {
    String file = "H|1|CHITRA|1|1|Y\nR|%s|%s|00|FT1|20261125|\nT|1|500000\n".formatted(EndToEndId.of("PR-1", 1, 1), amount);
    assertThat(read(new BankCsvResultParser(WORDS), PartnerKind.BANK_CSV, KQ, file.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(NotUnderstood.class, AMOUNT_OF_LINE_2);
    assertThat(count).hasValue(0);
  }

  /** Line by line, in bank-csv and with zeros before it in bank-fixed. */
  @ParameterizedTest
  @ValueSource(strings = {"500000.00", "500000,00", "500.000", "500,000", "500.000,00", "500,000.00", "500 000", "500000đ", "500.000 VND"})
  void anAmountInAnyFormOfWholeDongIsUnderstood(String amount) throws IOException {
    String csv = "H|1|CHITRA|1|1|Y\nR|%s|%s|00|FT1|20261125|\nT|1|%s\n".formatted(EndToEndId.of("PR-1", 1, 1), amount, amount);
    assertThat(read(new BankCsvResultParser(WORDS), PartnerKind.BANK_CSV, KQ, csv.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Understood.class);
    assertThat(total).hasValue(500_000);
    if (StandardCharsets.US_ASCII.newEncoder().canEncode(amount)) {
      String padded = "0".repeat(15 - amount.length()) + amount;
      String fixed = record("1CHITRA  00002701Y") + record("6" + EndToEndId.of("PR-1", 1, 1) + padded + "00" + " ".repeat(20) + "20261125")
          + record("9000001" + "%018d".formatted(500_000));
      assertThat(read(new BankFixedResultParser(WORDS), PartnerKind.BANK_FIXED, FIXED, fixed.getBytes(StandardCharsets.US_ASCII)))
          .isInstanceOf(Understood.class);
      assertThat(total).hasValue(500_000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" 500000 ", "  500000", "500000\t", " 500.000,00 ", " 500 000 "})
  void blanksAroundAnAmountOfADelimitedFileAreNothing(String amount) throws IOException {
    String csv = "H|1|CHITRA|1|1|Y\nR|%s|%s|00|FT1|20261125|\nT|1|%s\n".formatted(EndToEndId.of("PR-1", 1, 1), amount, amount);
    assertThat(read(new BankCsvResultParser(WORDS), PartnerKind.BANK_CSV, KQ, csv.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Understood.class);
    assertThat(total).hasValue(500_000);
  }

  /** The amount of the payment decides about the line; the file counts. */
  @ParameterizedTest
  @ValueSource(strings = {"2789", "2789000", "2.789", "2.789.000"})
  void anAmbiguousAmountDoesNotRefuseTheFileWhateverTheTotalMakesOfIt(String totalOfFile) throws IOException {
    String csv = "H|1|CHITRA|1|1|Y\nR|%s|2.789|00|FT1|20261125|\nT|1|%s\n".formatted(EndToEndId.of("PR-1", 1, 1), totalOfFile);
    assertThat(read(new BankCsvResultParser(WORDS), PartnerKind.BANK_CSV, KQ, csv.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Understood.class);
    assertThat(total).hasValue(2_789);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000", "        ", "0", ""})
  void zerosOrBlanksAreNoDateWhereNothingMoved(String day) throws IOException {
    for (String status : List.of("09", "01", "51")) {
      String csv = "H|1|CHITRA|1|1|Y\nR|%s|500000|%s|FT1|%s|\nT|1|500000\n".formatted(EndToEndId.of("PR-1", 1, 1), status, day);
      assertThat(read(new BankCsvResultParser(WORDS), PartnerKind.BANK_CSV, KQ, csv.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(Understood.class);
    }
    String paid = "H|1|CHITRA|1|1|Y\nR|%s|500000|00|FT1|%s|\nT|1|500000\n".formatted(EndToEndId.of("PR-1", 1, 1), day);
    assertThat(read(new BankCsvResultParser(WORDS), PartnerKind.BANK_CSV, KQ, paid.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(NotUnderstood.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000500000.", "000000500000.50", "000000500000,50", "0000000000005e5", "-00000000500000",
    "+00000000500000", "         500000", "500000         ", "00000500000 USD", "USD000000500000", "               "})
  void soItIsInFixedRecords(String amount) throws IOException {
    String file = record("1CHITRA  00002701Y") + record("6" + EndToEndId.of("PR-1", 1, 1) + amount + "00" + " ".repeat(20) + "20261125")
        + record("9000001" + "%018d".formatted(500_000));
    assertThat(read(new BankFixedResultParser(WORDS), PartnerKind.BANK_FIXED, FIXED, file.getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOfSatisfying(NotUnderstood.class, AMOUNT_OF_LINE_2);
    assertThat(count).hasValue(0);
  }

  @Test
  void amountsTooLargeForAnyTrailerDoNotWrapAround() throws IOException {
    StringBuilder file = new StringBuilder("H|1|CHITRA|1|1|Y\n");
    long wrapped = 0;
    for (int line = 1; line <= 20_000; line++) {
      file.append("R|").append(EndToEndId.of("PR-1", line, 1)).append("|999999999999999|09||||\n".replace("||||", "|||"));
      wrapped += 999_999_999_999_999L;
    }
    file.append("T|20000|").append(Math.abs(wrapped) % 1_000_000_000_000_000_000L).append('\n');
    assertThat(read(new BankCsvResultParser(WORDS), PartnerKind.BANK_CSV, KQ, file.toString().getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(NotUnderstood.class, it -> {
          assertThat(it.problem()).isEqualTo(Problem.TRUNCATED);
          assertThat(it.field()).isEqualTo("total");
        });
  }

  @Test
  void linesOfALargeResultAreHandedOnWhileParsing() throws IOException {
    Path file = folder.resolve(FIXED);
    int lines = 200_000;
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      out.write(record("1CHITRA  00002701Y"));
      for (int line = 1; line <= lines; line++) {
        out.write(record("6" + EndToEndId.of("PR-1", line, 1) + "%015d".formatted(500_000 + line) + "00" + " ".repeat(20) + "20261125"));
      }
    }
    ParseResult parsed = read(new BankFixedResultParser(WORDS), PartnerKind.BANK_FIXED, file);
    assertThat(parsed).isEqualTo(new NotUnderstood(Problem.TRUNCATED, lines + 1, null, "Tệp hết trước bản ghi cuối"));
    assertThat(count).hasValue(lines);
    assertThat(total).hasValue(500_000L * lines + (long) lines * (lines + 1) / 2);
  }

  private static String record(String text) {
    return text + " ".repeat(160 - text.length()) + "\r\n";
  }

  private ParseResult read(NamedFileParser reader, PartnerKind kind, String name, byte[] bytes) throws IOException {
    return read(reader, kind, Files.write(folder.resolve(name), bytes));
  }

  private ParseResult read(NamedFileParser reader, PartnerKind kind, Path file) throws IOException {
    PartnerProfile partner = Banks.of(kind);
    count.set(0);
    total.set(0);
    return reader.read(partner, "", file.getFileName().toString(), file, one -> {
      count.incrementAndGet();
      total.addAndGet(one.amountVnd());
    });
  }
}
