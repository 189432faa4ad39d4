package vn.chitra.hub.channel.bankfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitra.hub.channel.bankcsv.BankCsvAckParser;
import vn.chitra.hub.channel.bankcsv.BankCsvResultParser;
import vn.chitra.hub.channel.bankfixed.BankFixedRefusalParser;
import vn.chitra.hub.channel.bankfixed.BankFixedResultParser;
import vn.chitra.hub.inbound.GoldenMessages;
import vn.chitra.hub.inbound.NamedFileParser;
import vn.chitra.hub.partner.PartnerKind;

/** The golden answers of banks that write text files. */
class BankMessageGoldenTests {

  private static final List<PartnerKind> KINDS = List.of(PartnerKind.BANK_CSV, PartnerKind.BANK_FIXED);
  private static final CodesOfTheContract WORDS = new CodesOfTheContract();
  static final List<NamedFileParser> READERS = List.of(new BankCsvAckParser(), new BankCsvResultParser(WORDS),
      new StatementParser(), new AccountOpeningParser(), new BankFixedResultParser(WORDS), new BankFixedRefusalParser());

  static Stream<Arguments> replies() throws IOException {
    List<Arguments> found = new ArrayList<>();
    for (PartnerKind kind : KINDS) {
      GoldenMessages.of(kind).forEach(folder -> found.add(Arguments.of(kind, folder)));
    }
    return found.stream();
  }

  @Test
  void everyReaderHasAGoldenReplyThatItUnderstands() throws IOException {
    List<NamedFileParser> understood = new ArrayList<>();
    for (PartnerKind kind : KINDS) {
      understood.addAll(golden(kind).understanding());
    }
    assertThat(understood).containsAll(READERS);
  }

  @ParameterizedTest
  @MethodSource("replies")
  void replyIsReadAsExpected(PartnerKind kind, Path folder) throws IOException {
    golden(kind).readAsExpected(folder);
  }

  private static GoldenMessages golden(PartnerKind kind) {
    return new GoldenMessages(Banks.of(kind), READERS);
  }
}
