package vn.chitra.hub.channel.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitra.hub.inbound.GoldenMessages;
import vn.chitra.hub.inbound.NamedFileParser;
import vn.chitra.hub.inbound.StateOfCode;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.ShippedMappings;

/** The golden answers of a bank's API, by the shipped profile and its codes. */
class ApiGoldenTests {

  private static final StateOfCode WORDS = ShippedMappings.states();
  private static final List<NamedFileParser> READERS = List.of(new BulkReplyParser(), new BulkPageParser(WORDS), new EventParser(WORDS),
      new ApiStatementParser());
  private static final GoldenMessages GOLDEN = new GoldenMessages(ShippedMappings.loaded().partners().ofKind(PartnerKind.BANK_API).get(0),
      READERS);

  static List<Path> replies() throws IOException {
    return GoldenMessages.of(PartnerKind.BANK_API);
  }

  @Test
  void everyReaderHasAGoldenReplyThatItUnderstands() throws IOException {
    assertThat(GOLDEN.understanding()).containsAll(READERS);
  }

  @ParameterizedTest
  @MethodSource("replies")
  void replyIsReadAsExpected(Path folder) throws IOException {
    GOLDEN.readAsExpected(folder);
  }
}
