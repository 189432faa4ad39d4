package vn.chitra.hub.channel.iso20022;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each {@code x.xml} in the folder that has an {@code x.json} beside it. */
class GoldenIsoTests {

  static List<Path> pairs() throws IOException, URISyntaxException {
    Path folder = Path.of(GoldenIsoTests.class.getResource("/golden/bank-iso").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> Files.exists(expectationOf(file))).filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void readsWhatIsExpected(Path message) throws IOException {
    assertThat(Collected.of(message, Collected.CONTRACT).text()).isEqualTo(Files.readString(expectationOf(message)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void readsTheSameWithBomPrefixUnknownElementsAndOddBlanks(Path message) throws IOException {
    String xml = Files.readString(message);
    String dressed = "\uFEFF" + xml
        .replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<?xml version='1.0' encoding='utf-8' ?><!-- ngân hàng -->")
        .replaceAll("<(p:)?(EndToEndId|OrgnlEndToEndId|Cd|CdtDbtInd|PmtInfId)>([^<]*)<", "<$1$2>\r\n\t $3 <?x y?>\n<")
        .replaceAll("<(p:)?(Refs|TxInfAndSts|Ntry|Stmt|GrpHdr)>",
            "<$1$2><$1Xtra><$1Cd>BOOK</$1Cd></$1Xtra><z:EndToEndId xmlns:z=\"urn:z\">H000</z:EndToEndId>");
    assertThat(dressed).isNotEqualTo("\uFEFF" + xml);
    assertThat(Collected.of(dressed).text()).isEqualTo(Files.readString(expectationOf(message)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void readsTheSameInUtf16(Path message) throws IOException {
    Path wide = Files.createTempFile("iso", ".xml");
    Files.write(wide, Files.readString(message).replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16));
    assertThat(Collected.of(wide, Collected.CONTRACT).text()).isEqualTo(Files.readString(expectationOf(message)));
    Files.delete(wide);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void cutAnywhereIsNeverUnderstood(Path message) throws IOException {
    byte[] whole = Files.readString(message).strip().getBytes(StandardCharsets.UTF_8);
    Path cut = Files.createTempFile("iso", ".xml");
    for (int length = 0; length < whole.length; length += 3) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThat(Collected.of(cut, Collected.CONTRACT).parsed).as("cut at %d", length).isInstanceOf(IsoParseResult.Refused.class);
    }
    Files.delete(cut);
  }

  @Test
  void everyMessageOfTheContractHasAPair() throws Exception {
    assertThat(pairs()).extracting(file -> file.getFileName().toString().substring(0, 10)).contains("pain002-03", "pain002-10",
        "camt053-02", "camt053-04", "camt053-08", "camt054-02", "camt054-04", "camt054-08");
  }

  @Test
  void thePain002PairIsValidAgainstTheOfficialSchema() throws Exception {
    Path message = Path.of(GoldenIsoTests.class.getResource("/golden/bank-iso/pain002-10-part.xml").toURI());
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(GoldenIsoTests.class.getResource("/pain.002.001.10.xsd"))
        .newValidator().validate(new StreamSource(message.toFile()));
  }

  private static Path expectationOf(Path message) {
    return message.resolveSibling(message.getFileName().toString().replaceAll("\\.[a-z]+$", ".json"));
  }
}
