package vn.chitra.hub.partner;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.channel.bankcsv.BankCsvAckParser;
import vn.chitra.hub.channel.bankfixed.BankFixedRefusalParser;
import vn.chitra.hub.channel.iso20022.IsoParseRules;
import vn.chitra.hub.inbound.InboundMessage;
import vn.chitra.hub.inbound.NamedFileParser;
import vn.chitra.hub.inbound.ParseResult;

/** Every code of every table in contract §1.5, §3.7 and §5.4, written down here once more, against the data that the hub ships. */
class ContractCodesTests {

  /** Table, code, state, case, reason; a dash for nothing. */
  private static final String CONTRACT = """
      bank-csv    00   PAID        -                   -
      bank-csv    01   REJECTED    -                   ACCOUNT_UNKNOWN
      bank-csv    02   REJECTED    -                   ACCOUNT_CLOSED
      bank-csv    03   REJECTED    -                   NAME_DIFFERS
      bank-csv    04   REJECTED    -                   ACCOUNT_BLOCKED
      bank-csv    05   REJECTED    -                   OVER_LIMIT
      bank-csv    06   REJECTED    PAYEE_DECEASED      DECEASED
      bank-csv    09   ACCEPTED    -                   IN_PROGRESS
      bank-csv    20   RETURNED    PAYMENT_RETURNED        RETURNED
      bank-csv    51   ACCEPTED    FUNDS_SHORT_FOR_PAYMENT FUNDS_SHORT
      bank-csv    96   ACCEPTED    OUTCOME_UNKNOWN     OUTCOME_UNKNOWN
      bank-iso    AC01 REJECTED    -                   ACCOUNT_UNKNOWN
      bank-iso    AC03 REJECTED    -                   ACCOUNT_UNKNOWN
      bank-iso    AC04 REJECTED    -                   ACCOUNT_CLOSED
      bank-iso    AC06 REJECTED    -                   ACCOUNT_BLOCKED
      bank-iso    AC07 REJECTED    -                   ACCOUNT_CLOSED
      bank-iso    AG01 REJECTED    -                   ACCOUNT_BLOCKED
      bank-iso    AM02 REJECTED    -                   OVER_LIMIT
      bank-iso    AM04 ACCEPTED    -                   FUNDS_SHORT
      bank-iso    AM05 ACCEPTED    -                   LOOKS_REPEATED
      bank-iso    AM09 REJECTED    -                   OTHER_BANK_REASON
      bank-iso    AM10 REJECTED    -                   OTHER_BANK_REASON
      bank-iso    AM14 REJECTED    -                   OVER_LIMIT
      bank-iso    BE01 REJECTED    -                   NAME_DIFFERS
      bank-iso    BOOK PAID        -                   -
      bank-iso    CNOR REJECTED    -                   BANK_UNREACHABLE
      bank-iso    CUST REJECTED    -                   OTHER_BANK_REASON
      bank-iso    DT01 REJECTED    -                   OTHER_BANK_REASON
      bank-iso    DU01 ACCEPTED    -                   LOOKS_REPEATED
      bank-iso    DU02 ACCEPTED    -                   LOOKS_REPEATED
      bank-iso    DU03 ACCEPTED    -                   LOOKS_REPEATED
      bank-iso    DU04 ACCEPTED    -                   LOOKS_REPEATED
      bank-iso    DU05 ACCEPTED    -                   LOOKS_REPEATED
      bank-iso    DUPL ACCEPTED    -                   LOOKS_REPEATED
      bank-iso    FOCR REJECTED    -                   OTHER_BANK_REASON
      bank-iso    MD07 REJECTED    -                   DECEASED
      bank-iso    MS02 REJECTED    -                   OTHER_BANK_REASON
      bank-iso    MS03 REJECTED    -                   OTHER_BANK_REASON
      bank-iso    NARR REJECTED    -                   OTHER_BANK_REASON
      bank-iso    NOAS REJECTED    -                   OTHER_BANK_REASON
      bank-iso    RC01 REJECTED    -                   BANK_UNREACHABLE
      bank-iso    RR01 REJECTED    -                   OTHER_BANK_REASON
      bank-iso    RR02 REJECTED    -                   OTHER_BANK_REASON
      bank-iso    RR03 REJECTED    -                   OTHER_BANK_REASON
      bank-iso    RR04 REJECTED    -                   OTHER_BANK_REASON
      bank-iso    UPAY REJECTED    -                   OTHER_BANK_REASON
      post-office -    UNCOLLECTED -                   NOT_COLLECTED
      post-office K1   UNCOLLECTED -                   NOT_MET
      post-office K2   REJECTED    PAYEE_DECEASED      DECEASED
      post-office K3   REJECTED    -                   MOVED
      post-office K4   UNCOLLECTED -                   REFUSED_BY_PAYEE
      post-office K5   UNCOLLECTED -                   PAPER_EXPIRED
      post-office K6   UNCOLLECTED -                   IDENTITY_DIFFERS
      post-office K9   UNCOLLECTED -                   OTHER
      post-office MAYBE_DECEASED  REJECTED PAYEE_DECEASED MAYBE_DECEASED
      post-office PAID_AND_REASON PAID STATUS_CONTRADICTS   -
      commune     -    UNCOLLECTED -                   NOT_COLLECTED
      commune     K1   UNCOLLECTED -                   NOT_MET
      commune     K2   REJECTED    PAYEE_DECEASED      DECEASED
      commune     K3   REJECTED    -                   MOVED
      commune     K4   UNCOLLECTED -                   REFUSED_BY_PAYEE
      commune     K5   UNCOLLECTED -                   PAPER_EXPIRED
      commune     K6   UNCOLLECTED -                   IDENTITY_DIFFERS
      commune     K9   UNCOLLECTED -                   OTHER
      commune     MAYBE_DECEASED  REJECTED PAYEE_DECEASED MAYBE_DECEASED
      commune     PAID_AND_REASON PAID STATUS_CONTRADICTS   -
      """;

  private static final String HASH = "ab".repeat(32);

  @TempDir
  private Path folder;

  private final Mappings shipped = ShippedMappings.loaded();

  private record Row(String table, String code, String reported, @Nullable String caseKind, @Nullable String reason) {}

  static Stream<Row> rows() {
    return CONTRACT.lines().map(line -> line.split(" +")).map(cells -> new Row(cells[0], cells[1].equals("-") ? "" : cells[1], cells[2],
        orNull(cells[3]), orNull(cells[4])));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aCodeMeansWhatTheContractSays(Row row) {
    assertThat(shipped.codes().named(row.table).lookup(row.code)).hasValueSatisfying(found ->
        assertThat(found).isEqualTo(new PartnerCode(row.code, row.reported, row.caseKind, row.reason, found.meaning())));
  }

  @Test
  void noTableHoldsACodeThatTheContractDoesNotName() {
    assertThat(shipped.codes().all().stream().collect(toMap(CodeTable::name, table -> codesOf(table.name()))))
        .isEqualTo(rows().collect(groupingBy(Row::table, mapping(Row::code, toSet()))));
  }

  @ParameterizedTest
  @EnumSource(PartnerKind.class)
  void partnersOfAKindReadTheTableOfTheirContract(PartnerKind kind) {
    String table = switch (kind) {
      case BANK_CSV, BANK_FIXED, BANK_API -> "bank-csv";
      case BANK_ISO -> "bank-iso";
      case POST_OFFICE -> "post-office";
      case COMMUNE -> "commune";
    };
    assertThat(shipped.partners().ofKind(kind)).isNotEmpty().extracting(PartnerProfile::codes).containsOnly(table);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      paid-on              | ACCC camt.054-BOOK
      accepted             | ACTC ACCP ACSP ACSC ACWC ACWP ACFC PDNG PATC RCVD ACCC
      accepted-with-case   | BLCK
      only-rejected-listed | PART
      final-only-by-camt   | 03
      file-refused         | AM09 AM10 FF01 FF02 DT01
      waiting-funds        | AM04
      duplicate-stands     | DU01 DU02
      look-alike           | AM05 DU01 DU02 DU03 DU04 DU05 DUPL
      held-for-funds       | AM04
      deceased             | MD07
      known-reasons        | AC01 AC03 AC04 AC06 AC07 AG01 AM02 AM04 AM05 AM09 AM10 AM14 BE01 CNOR CUST DT01 DU01 DU02 DU03 DU04 DU05 FOCR \
      MD07 MS02 MS03 NARR NOAS RC01 RR01 RR02 RR03 RR04 UPAY
      """)
  void theIsoBanksProfileReadsStatusesAndReasonsAsTheContractDoes(String rule, String codes) {
    Map<String, List<String>> rules = new HashMap<>(IsoParseRules.CONTRACT);
    rules.putAll(shipped.partners().byId("vietcombank").orElseThrow().isoTerms().parseRules());
    assertThat(rules.get(rule)).containsExactlyInAnyOrder(codes.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"post-office", "commune"})
  void aCashReportsReasonsAreThoseOfItsTable(String kind) throws IOException {
    Map<String, String> words = new HashMap<>();
    headings(kind).path("reasons").fields().forEachRemaining(reason -> words.put(reason.getKey(), reason.getValue().asText()));
    Map<String, String> contract = new HashMap<>();
    // K and a digit; the other rows are the hub's own names for several reasons in one field and for a reason beside "paid".
    rows().filter(row -> row.table.equals(kind) && row.code.matches("K\\d")).forEach(row -> contract.put(row.code, row.reported));
    assertThat(words).isEqualTo(contract);
  }

  @ParameterizedTest
  @CsvSource({"post-office, DA_CHI PAID CHUA_CHI UNPAID", "commune, X PAID"})
  void aCashReportsMarksAreThoseOfTheContract(String kind, String marks) throws IOException {
    Set<String> found = new TreeSet<>();
    headings(kind).path("results").fields().forEachRemaining(mark -> found.addAll(List.of(mark.getKey(), mark.getValue().asText())));
    assertThat(found).isEqualTo(new TreeSet<>(Arrays.asList(marks.split(" "))));
  }

  @ParameterizedTest
  @CsvSource({"ACCEPTED, 00 F1", "REFUSED, F1 F2 F3 F4"})
  void anAcknowledgementOfATextFileKnowsTheCodesOfTheContractAndNoOther(String acknowledgement, String known) throws IOException {
    String ours = "CT_PTCTXH_20261105_000007.csv";
    assertThat(understood(new BankCsvAckParser(), "agribank", "ACK_" + ours + "_01",
        code -> "A|%s|%s|%s|%s|\n".formatted(ours, HASH, acknowledgement, code))).isEqualTo(Set.of(known.split(" ")));
  }

  @Test
  void aRefusalOfAFixedFileKnowsTheCodesOfTheContractAndNoOther() throws IOException {
    assertThat(understood(new BankFixedRefusalParser(), "bidv", "PTCTXH.X000007.01",
        code -> "%-160s\r\n".formatted("XPTCTXH  000007" + code + HASH))).isEqualTo(Set.of("F1", "F2", "F3", "F4"));
  }

  /** Of all codes of two characters those that the reader takes. */
  private Set<String> understood(NamedFileParser reader, String partner, String name, UnaryOperator<String> content) throws IOException {
    PartnerProfile profile = shipped.partners().byId(partner).orElseThrow();
    Set<String> taken = new TreeSet<>();
    for (String code : (Iterable<String>) allCodes()::iterator) {
      Path file = Files.writeString(folder.resolve(name), content.apply(code));
      if (reader.read(profile, "", name, file, payment -> { }) instanceof ParseResult.Understood known) {
        assertThat(((InboundMessage.FileAcknowledgement) known.message()).code()).isEqualTo(code);
        taken.add(code);
      }
    }
    return taken;
  }

  private static Stream<String> allCodes() {
    List<String> signs = List.of("0", "1", "2", "3", "4", "5", "6", "9", "F", "f", "K", "X", " ");
    return signs.stream().flatMap(first -> signs.stream().map(second -> first + second));
  }

  private JsonNode headings(String kind) throws IOException {
    try (InputStream yaml = shipped.open("headings/" + kind + "-answer.yaml")) {
      return new YAMLMapper().readTree(yaml);
    }
  }

  private Set<String> codesOf(String table) {
    return shipped.codes().named(table).all().stream().map(PartnerCode::code).collect(toSet());
  }

  private static @Nullable String orNull(String cell) {
    return cell.equals("-") ? null : cell;
  }
}
