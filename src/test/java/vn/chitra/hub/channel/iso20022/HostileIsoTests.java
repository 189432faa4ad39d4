package vn.chitra.hub.channel.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.chitra.hub.channel.iso20022.IsoMessages.PAYMENT;
import static vn.chitra.hub.channel.iso20022.IsoMessages.pain002;
import static vn.chitra.hub.channel.iso20022.IsoMessages.transaction;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.payout.ReportedState;

class HostileIsoTests {

  private static final String GOOD = pain002("10", "PART", "", transaction(PAYMENT, "RJCT AC01"));
  @TempDir private Path folder;

  @Test
  void refusesAnEntityBomb() throws IOException {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE Document [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    String xml = GOOD.replace("\n<Document", "\n" + bomb + "]><Document").replace("<TxSts>RJCT", "<TxSts>&a29;");
    assertThat(refused(xml)).returns(Problem.MALFORMED, NotUnderstood::problem).returns("DOCTYPE", NotUnderstood::field);
  }

  @Test
  void refusesAnExternalEntityWithoutTouchingIt() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "AC04");
    String xml = GOOD.replace("\n<Document", "\n<!DOCTYPE Document [<!ENTITY x SYSTEM \"%s\">]><Document".formatted(secret.toUri()))
        .replace("AC01", "&x;");
    assertThat(refused(xml)).returns("DOCTYPE", NotUnderstood::field);
    assertThat(refused(GOOD.replace("\n<Document", "\n<!DOCTYPE Document SYSTEM \"%s\"><Document".formatted(secret.toUri()))))
        .returns("DOCTYPE", NotUnderstood::field);
  }

  @Test
  void refusesAnUndeclaredEntity() throws IOException {
    assertThat(refused(GOOD.replace("AC01", "&x;")).problem()).isEqualTo(Problem.MALFORMED);
  }

  @Test
  void refusesDeepNesting() throws IOException {
    String deep = "<X>".repeat(5_000) + "</X>".repeat(5_000);
    assertThat(refused(GOOD.replace("<TxInfAndSts>", deep + "<TxInfAndSts>")).reason()).contains("64 tầng");
    assertThat(refused(GOOD.replace("<TxInfAndSts>", deep.replace("X>", "y:X>").replaceFirst("<y:X>", "<y:X xmlns:y=\"urn:y\">")
        + "<TxInfAndSts>")).reason()).contains("64 tầng");
  }

  @ParameterizedTest
  @ValueSource(strings = {"urn:iso:std:iso:20022:tech:xsd:pain.002.001.11", "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09",
    "urn:iso:std:iso:20022:tech:xsd:camt.052.001.08", "urn:iso:std:iso:20022:tech:xsd:camt.053.001.10", "urn:example:pain.002.001.10", ""})
  void refusesAnotherMessageByItsName(String namespace) throws IOException {
    NotUnderstood why = refused(GOOD.replace("urn:iso:std:iso:20022:tech:xsd:pain.002.001.10", namespace));
    assertThat(why.problem()).isEqualTo(Problem.UNKNOWN_KIND);
    assertThat(why.reason()).contains(namespace);
  }

  @Test
  void refusesAMessageInTheNamespaceOfAnother() throws IOException {
    assertThat(refused(GOOD.replace("pain.002.001.10", "camt.054.001.08")).problem()).isEqualTo(Problem.MALFORMED);
  }

  @Test
  void aLookAlikeInAnotherNamespaceDoesNotCount() throws IOException {
    String xml = GOOD.replace("<TxSts>RJCT</TxSts>", "<TxSts>RJCT</TxSts><e:TxSts xmlns:e=\"urn:e\">ACCC</e:TxSts>");
    assertThat(Collected.of(xml).onlyLine().reported()).isEqualTo(ReportedState.REJECTED);
  }

  @Test
  void refusesAnElementInsideAValue() throws IOException {
    assertThat(refused(GOOD.replace("<TxSts>RJCT", "<TxSts><Cd>ACCC</Cd>RJCT"))).returns("TxSts", NotUnderstood::field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   \n", "H|1|PTCTXH|17|1|Y", "{\"status\":\"DONE\"}"})
  void refusesWhatIsNoXml(String text) throws IOException {
    assertThat(refused(text).problem()).isIn(Problem.TRUNCATED, Problem.MALFORMED);
  }

  @Test
  void aBreakInTheMiddleOfALargeFileIsMalformedAndACutOneTruncated() throws IOException {
    String many = transaction(PAYMENT, "RJCT AC01").repeat(2_000);
    String large = GOOD.replace("<TxInfAndSts>", many + "<TxInfAndSts>");
    assertThat(refused(large.replaceFirst("</TxSts>", "</TxStz>")).problem()).isEqualTo(Problem.MALFORMED);
    assertThat(refused(large.substring(0, large.length() - 100)).problem()).isEqualTo(Problem.TRUNCATED);
    assertThat(refused(large + "<Document/>").problem()).isIn(Problem.MALFORMED, Problem.TRUNCATED);
  }

  @Test
  void refusesBytesThatAreNotItsCharset() throws IOException {
    Path file = folder.resolve("latin");
    Files.write(file, GOOD.replace("<StsRsnInf>", "<StsRsnInf><AddtlInf>Đình chỉ é</AddtlInf>").getBytes(Charset.forName("windows-1258")));
    assertThat(Collected.of(file, Collected.CONTRACT).parsed).isInstanceOfSatisfying(IsoParseResult.Refused.class,
        stated -> assertThat(stated.why().problem()).isEqualTo(Problem.CHARSET));
    assertThat(refused(GOOD.replace("UTF-8", "TCVN3")).problem()).isEqualTo(Problem.MALFORMED);
  }

  @Test
  void readsWindows1258WhereItSaysSo() throws IOException {
    Path file = folder.resolve("1258");
    String xml = GOOD.replace("UTF-8", "windows-1258").replace("<Rsn>", "<AddtlInf>Đình chỉ</AddtlInf><Rsn>");
    Files.write(file, xml.replace("ỉ", "i\u0309").replace("ì", "i\u0300").getBytes(Charset.forName("windows-1258")));
    assertThat(Collected.of(file, Collected.CONTRACT).onlyLine().text()).isEqualTo("Đình chỉ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"comment", "attribute", "text", "name"})
  void neverGathersAnEndlessPiece(String where) throws IOException {
    Path file = folder.resolve("endless");
    String[] around = switch (where) {
      case "comment" -> new String[] {"<!--", "-->"};
      case "attribute" -> new String[] {"<Xtra a=\"", "\"/>"};
      case "text" -> new String[] {"<OrgnlEndToEndId>", "</OrgnlEndToEndId>"};
      default -> new String[] {"<X", "/>"};
    };
    int at = GOOD.indexOf("<OrgnlEndToEndId>");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write((GOOD.substring(0, at) + around[0]).getBytes(StandardCharsets.UTF_8));
      byte[] filler = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 320; i++) {
        out.write(filler);
      }
      out.write((around[1] + GOOD.substring(at)).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Collected.of(file, Collected.CONTRACT).parsed).isInstanceOf(IsoParseResult.Refused.class);
  }

  @Test
  void aHundredThousandTransactionsAreNotifiedOneByOne() throws IOException {
    Path file = folder.resolve("large.xml");
    int cut = GOOD.indexOf("<TxInfAndSts>");
    int behind = GOOD.indexOf("</OrgnlPmtInfAndSts>");
    try (PrintStream out = new PrintStream(new BufferedOutputStream(Files.newOutputStream(file)), false, StandardCharsets.UTF_8)) {
      out.print(GOOD.substring(0, cut));
      for (int i = 1; i <= 100_000; i++) {
        out.println(transaction(PAYMENT, "RJCT AC01"));
      }
      out.print(GOOD.substring(behind));
    }
    int[] reported = {0};
    IsoParseResult parsed = new IsoReader().read(IsoFixtures.bank(), Collected.CONTRACT, file, new IsoSink() {
      @Override
      public void line(IsoLine line) {
        assertThat(line.no()).isEqualTo(++reported[0]);
      }

      @Override
      public void notice(IsoNotice notice) {
        throw new AssertionError(notice);
      }

      @Override
      public void entry(StatementEntry entry) {
        throw new AssertionError(entry);
      }
    });
    assertThat(reported[0]).isEqualTo(100_000);
    assertThat(parsed).isInstanceOf(IsoParseResult.StatusRead.class);
  }

  @Test
  void aMissingFileIsTechnology() {
    assertThatThrownBy(() -> Collected.of(folder.resolve("none"), Collected.CONTRACT)).isInstanceOf(NoSuchFileException.class);
  }

  private static NotUnderstood refused(String xml) throws IOException {
    IsoParseResult parsed = Collected.of(xml).parsed;
    assertThat(parsed).isInstanceOf(IsoParseResult.Refused.class);
    return ((IsoParseResult.Refused) parsed).why();
  }
}
