package vn.chitra.hub.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTablesTests {

  /** Contract of bank-iso: known by name; DUPL is a look-alike. */
  private static final List<String> KNOWN_ISO_REASONS = List.of("AC01", "AC03", "AC04", "AC06", "AC07", "AG01", "AM02", "AM04", "AM05",
      "AM09", "AM10", "AM14", "BE01", "CNOR", "CUST", "DT01", "DU01", "DU02", "DU03", "DU04", "DU05", "DUPL", "FOCR", "MD07", "MS02",
      "MS03", "NARR", "NOAS", "RC01", "RR01", "RR02", "RR03", "RR04", "UPAY");

  private final CodeTables codes = ShippedMappings.loaded().codes();

  @ParameterizedTest
  @CsvSource(nullValues = "-", textBlock = """
      bank-csv,    00, PAID,        -
      bank-csv,    01, REJECTED,    -
      bank-csv,    02, REJECTED,    -
      bank-csv,    03, REJECTED,    -
      bank-csv,    04, REJECTED,    -
      bank-csv,    05, REJECTED,    -
      bank-csv,    06, REJECTED,    PAYEE_DECEASED
      bank-csv,    09, ACCEPTED,    -
      bank-csv,    20, RETURNED,    LEG_RETURNED
      bank-csv,    51, ACCEPTED,    FUNDS_SHORT_FOR_LEG
      bank-csv,    96, ACCEPTED,    OUTCOME_UNKNOWN
      post-office, '', UNCOLLECTED, -
      post-office, K1, UNCOLLECTED, -
      post-office, K2, REJECTED,    PAYEE_DECEASED
      post-office, K3, REJECTED,    -
      post-office, K4, UNCOLLECTED, -
      post-office, K5, UNCOLLECTED, -
      post-office, K6, UNCOLLECTED, -
      post-office, K9, UNCOLLECTED, -
      commune,     '', UNCOLLECTED, -
      commune,     K1, UNCOLLECTED, -
      commune,     K2, REJECTED,    PAYEE_DECEASED
      commune,     K3, REJECTED,    -
      commune,     K4, UNCOLLECTED, -
      commune,     K5, UNCOLLECTED, -
      commune,     K6, UNCOLLECTED, -
      commune,     K9, UNCOLLECTED, -
      bank-iso,    AC01, REJECTED, -
      bank-iso,    AC03, REJECTED, -
      bank-iso,    AC04, REJECTED, -
      bank-iso,    AC06, REJECTED, -
      bank-iso,    AC07, REJECTED, -
      bank-iso,    AG01, REJECTED, -
      bank-iso,    AM02, REJECTED, -
      bank-iso,    AM04, ACCEPTED, -
      bank-iso,    AM05, ACCEPTED, -
      bank-iso,    AM09, REJECTED, -
      bank-iso,    AM10, REJECTED, -
      bank-iso,    AM14, REJECTED, -
      bank-iso,    BE01, REJECTED, -
      bank-iso,    BOOK, PAID, -
      bank-iso,    CNOR, REJECTED, -
      bank-iso,    CUST, REJECTED, -
      bank-iso,    DT01, REJECTED, -
      bank-iso,    DU01, ACCEPTED, -
      bank-iso,    DU02, ACCEPTED, -
      bank-iso,    DU03, ACCEPTED, -
      bank-iso,    DU04, ACCEPTED, -
      bank-iso,    DU05, ACCEPTED, -
      bank-iso,    DUPL, ACCEPTED, -
      bank-iso,    FOCR, REJECTED, -
      bank-iso,    MD07, REJECTED, -
      bank-iso,    MS02, REJECTED, -
      bank-iso,    MS03, REJECTED, -
      bank-iso,    NARR, REJECTED, -
      bank-iso,    NOAS, REJECTED, -
      bank-iso,    RC01, REJECTED, -
      bank-iso,    RR01, REJECTED, -
      bank-iso,    RR02, REJECTED, -
      bank-iso,    RR03, REJECTED, -
      bank-iso,    RR04, REJECTED, -
      bank-iso,    UPAY, REJECTED, -
      """)
  void aCodeMeansWhatTheContractSays(String table, String code, String word, @Nullable String caseKind) {
    assertThat(codes.named(table).lookup(code)).hasValueSatisfying(found -> {
      assertThat(found.word()).isEqualTo(word);
      assertThat(found.caseKind()).isEqualTo(caseKind);
      assertThat(found.meaning()).isNotBlank();
    });
  }

  @Test
  void tablesHoldNothingThatTheContractDoesNotName() {
    assertThat(codes.named("bank-csv").all()).hasSize(11);
    assertThat(codes.named("post-office").all()).hasSize(8);
    assertThat(codes.named("commune").all()).hasSize(8);
    assertThat(codes.named("bank-iso").all()).extracting(PartnerCode::code).filteredOn(code -> !code.equals("BOOK"))
        .as("BOOK is the status of a booked entry").isSubsetOf(KNOWN_ISO_REASONS).containsAll(KNOWN_ISO_REASONS);
  }

  /** What the re-route policy goes by. */
  @ParameterizedTest
  @CsvSource(textBlock = """
      bank-csv,    01, ACCOUNT_UNKNOWN
      bank-csv,    02, ACCOUNT_CLOSED
      bank-csv,    03, NAME_DIFFERS
      bank-csv,    04, ACCOUNT_BLOCKED
      bank-csv,    05, OVER_LIMIT
      bank-csv,    06, DECEASED
      bank-csv,    20, RETURNED
      bank-iso,    AC01, ACCOUNT_UNKNOWN
      bank-iso,    AC03, ACCOUNT_UNKNOWN
      bank-iso,    AC04, ACCOUNT_CLOSED
      bank-iso,    AC06, ACCOUNT_BLOCKED
      bank-iso,    AC07, ACCOUNT_CLOSED
      bank-iso,    AM02, OVER_LIMIT
      bank-iso,    AM14, OVER_LIMIT
      bank-iso,    BE01, NAME_DIFFERS
      bank-iso,    MD07, DECEASED
      post-office, K1, NOT_MET
      post-office, K2, DECEASED
      post-office, K3, MOVED
      post-office, K4, REFUSED_BY_PAYEE
      post-office, K5, PAPER_EXPIRED
      post-office, K6, IDENTITY_DIFFERS
      post-office, K9, OTHER
      commune,     K1, NOT_MET
      commune,     K2, DECEASED
      commune,     K3, MOVED
      commune,     K4, REFUSED_BY_PAYEE
      commune,     K5, PAPER_EXPIRED
      commune,     K6, IDENTITY_DIFFERS
      commune,     K9, OTHER
      """)
  void aCodeHasTheReasonThatThePolicyKnows(String table, String code, String reason) {
    assertThat(codes.named(table).lookup(code)).hasValueSatisfying(found -> assertThat(found.reasonCode()).isEqualTo(reason));
  }

  @Test
  void anUnknownCodeIsNoAnswer() {
    assertThat(codes.named("bank-csv").lookup("77")).isEmpty();
    assertThat(codes.named("bank-csv").lookup("")).isEmpty();
    assertThatThrownBy(() -> codes.named("bank-xyz")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlySuccessHasNoReason() {
    assertThat(codes.all()).flatExtracting(CodeTable::all).allSatisfy(code ->
        assertThat(code.reasonCode() == null).isEqualTo(code.word().equals("PAID")));
  }
}
