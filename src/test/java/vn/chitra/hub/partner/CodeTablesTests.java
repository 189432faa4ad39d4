package vn.chitra.hub.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTablesTests {

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
