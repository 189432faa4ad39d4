package vn.chitra.hub.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CodeTablesTests {

  private final CodeTables codes = ShippedMappings.loaded().codes();

  @Test
  void anUnknownCodeIsNoReply() {
    assertThat(codes.named("bank-csv").lookup("77")).isEmpty();
    assertThat(codes.named("bank-csv").lookup("")).isEmpty();
    assertThatThrownBy(() -> codes.named("bank-xyz")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlySuccessHasNoReason() {
    assertThat(codes.all()).flatExtracting(CodeTable::all).allSatisfy(code ->
        assertThat(code.reasonCode() == null).isEqualTo(code.reported().equals("PAID")));
  }
}
