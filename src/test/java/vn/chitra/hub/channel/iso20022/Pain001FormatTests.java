package vn.chitra.hub.channel.iso20022;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;
import vn.chitra.hub.batch.BankInstruction;
import vn.chitra.hub.batch.BatchHeader;

class Pain001FormatTests {

  private final Pain001Format format = new Pain001Format();
  @TempDir Path folder;

  @Test
  void namesTheFileAsTheContractSays() {
    assertThat(format.fileName(IsoFixtures.header(1))).isEqualTo("PTCTXH-PAIN001-000017.xml.pgp");
  }

  @Test
  void writesTheGoldenBytes() throws IOException {
    try (InputStream golden = getClass().getResourceAsStream("/golden/bank-iso/pain001-two-transactions.xml")) {
      assertThat(text(2)).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void sameInputGivesTheSameBytes() throws IOException {
    assertThat(text(50)).isEqualTo(text(50));
  }

  @Test
  void isValidAgainstTheOfficialSchema() throws Exception {
    Path file = write(IsoFixtures.header(1_000), IsoFixtures.instructions(1_000));
    validate(file);
  }

  @Test
  void theValidatorBites() throws Exception {
    Path file = folder.resolve("broken.xml");
    Files.writeString(file, text(1).replace("<PmtMtd>TRF</PmtMtd>", ""));
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> validate(file)).isInstanceOf(SAXException.class);
  }

  @Test
  void aHundredThousandTransactionsAreWrittenValidatedAndChecked() throws Exception {
    int count = 100_000;
    BatchHeader header = IsoFixtures.header(count);
    Path file = write(header, IsoFixtures.instructions(count));
    validate(file);
    assertThat(format.check(header, file, IsoFixtures.instructions(count))).isEmpty();
    try (var lines = Files.lines(file)) {
      assertThat(lines.filter(line -> line.startsWith("<CdtTrfTxInf>")).count()).isEqualTo(count);
    }
  }

  @Test
  void takesOneInstructionAtATime() throws IOException {
    int[] taken = {0};
    long[] written = {0};
    Iterator<BankInstruction> source = IsoFixtures.instructions(20_000);
    Iterator<BankInstruction> counted = new Iterator<>() {
      @Override
      public boolean hasNext() {
        return source.hasNext();
      }

      @Override
      public BankInstruction next() {
        // Bytes follow the lines: never more than a buffer's worth of transactions behind.
        assertThat(taken[0]++ * 300L - written[0]).isLessThan(1L << 17);
        return source.next();
      }
    };
    format.write(IsoFixtures.header(20_000), counted, new OutputStream() {
      @Override
      public void write(int b) {
        written[0]++;
      }
    });
    assertThat(taken[0]).isEqualTo(20_000);
  }

  @Test
  void leavesTheCallersStreamOpen() throws IOException {
    boolean[] closed = {false};
    OutputStream out = new ByteArrayOutputStream() {
      @Override
      public void close() {
        closed[0] = true;
      }
    };
    format.write(IsoFixtures.header(1), IsoFixtures.instructions(1), out);
    assertThat(closed[0]).isFalse();
  }

  @Test
  void leavesOutAnEmptyRemark() throws Exception {
    BankInstruction one = IsoFixtures.instruction(1);
    BankInstruction bare = new BankInstruction(1, one.endToEndId(), one.account(), one.creditName(), one.bankBin(), one.amountVnd(), "");
    Path file = write(IsoFixtures.header(1), List.of(bare).iterator());
    validate(file);
    assertThat(Files.readString(file)).doesNotContain("RmtInf");
    assertThat(format.check(IsoFixtures.header(1), file, List.of(bare).iterator())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "<EndToEndId>H                  | <EndToEndId>G                   | PmtId/EndToEndId",
    "<InstdAmt Ccy=\"VND\">501000   | <InstdAmt Ccy=\"VND\">501001    | Amt/InstdAmt",
    "<InstdAmt Ccy=\"VND\">501000   | <InstdAmt Ccy=\"USD\">501000    | Amt/InstdAmt@Ccy",
    "<InstdAmt Ccy=\"VND\">501000   | <InstdAmt Ccy=\"VND\">501000.00 | Amt/InstdAmt",
    "<MmbId>970405                  | <MmbId>970415                   | MmbId",
    "<Nm>DINH VAN HOA               | <Nm>DINH VAN HUA                | Cdtr/Nm",
    "<Id>000000000001               | <Id>00000000001                 | CdtrAcct/Id/Othr/Id",
    "<Cd>SSBE</Cd>                  | <Cd>SALA</Cd>                   | Purp/Cd",
    "<Ustrd>TRO CAP T11 2026        | <Ustrd>TRO CAP T12 2026         | RmtInf/Ustrd",
    "<MsgId>PTCTXH-000017           | <MsgId>PTCTXH-000018            | MsgId",
    "<PmtInfId>PTCTXH-000017        | <PmtInfId>PTCTXH-000018         | PmtInfId",
    "<PmtMtd>TRF                    | <PmtMtd>CHK                     | PmtMtd",
    "<BtchBookg>true                | <BtchBookg>false                | BtchBookg",
    "<NbOfTxs>2                     | <NbOfTxs>3                      | NbOfTxs",
    "<CtrlSum>1003000               | <CtrlSum>1003001                | CtrlSum",
    "<ReqdExctnDt><Dt>2026-11-25    | <ReqdExctnDt><Dt>2026-11-26     | ReqdExctnDt/Dt",
    "<CreDtTm>2026-11-25            | <CreDtTm>2026-11-24             | CreDtTm",
    "<Id>0021000123456              | <Id>0021000123457               | DbtrAcct/Id/Othr/Id",
    "<FinInstnId><Nm>NGAN           | <FinInstnId><Nm>XGAN            | DbtrAgt",
    "pain.001.001.09                | pain.001.001.03                 | không thuộc pain.001.001.09",
    "<Purp>                         | <InstrForDbtrAgt>x</InstrForDbtrAgt><Purp> | thừa trường",
    "<Purp><Cd>SSBE</Cd></Purp>     | ''                              | thiếu trường",
    "</CstmrCdtTrfInitn>            | ''                              | XML hỏng",
  })
  void theCheckFindsEveryChangedField(String meant, String changed, String complaint) throws IOException {
    Path file = folder.resolve("changed.xml");
    String good = text(2);
    assertThat(good).contains(meant);
    int at = good.indexOf(meant);
    Files.writeString(file, good.substring(0, at) + changed + good.substring(at + meant.length()));
    assertThat(format.check(IsoFixtures.header(2), file, IsoFixtures.instructions(2))).isNotEmpty()
        .anySatisfy(stated -> assertThat(stated).contains(complaint));
  }

  @Test
  void theCheckFindsMissingAndSurplusTransactions() throws IOException {
    Path two = write(IsoFixtures.header(2), IsoFixtures.instructions(2));
    assertThat(format.check(IsoFixtures.header(3), two, IsoFixtures.instructions(3)))
        .anyMatch(stated -> stated.contains("Thiếu giao dịch"));
    assertThat(format.check(IsoFixtures.header(1), two, IsoFixtures.instructions(1))).anyMatch(stated -> stated.contains("thừa"));
    assertThat(format.check(IsoFixtures.header(0), two, Collections.emptyIterator())).isNotEmpty();
  }

  @Test
  void complaintsNameNoPersonAndAreAtMostTwenty() throws IOException {
    Path file = folder.resolve("changed.xml");
    Files.writeString(file, text(50).replace("DINH VAN HOA", "KE GIAN").replace("<Cd>SSBE", "<Cd>SALA"));
    List<String> complaints = format.check(IsoFixtures.header(50), file, IsoFixtures.instructions(50));
    assertThat(complaints).hasSize(20).noneMatch(stated -> stated.contains("DINH") || stated.contains("KE GIAN")
        || stated.contains("00000"));
  }

  private String text(int count) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(IsoFixtures.header(count), IsoFixtures.instructions(count), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private Path write(BatchHeader header, Iterator<BankInstruction> lines) throws IOException {
    Path file = folder.resolve("payment.xml");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      format.write(header, lines, out);
    }
    return file;
  }

  private static void validate(Path file) throws SAXException, IOException {
    SchemaFactory schemas = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    schemas.newSchema(Pain001FormatTests.class.getResource("/pain.001.001.09.xsd")).newValidator()
        .validate(new StreamSource(file.toFile()));
  }
}
