package vn.chitra.hub.account.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.account.name.AccountHolder.AccountStatus;
import vn.chitra.hub.account.name.NameChecks.Account;
import vn.chitra.hub.account.name.QueryName.Outcome;
import vn.chitra.hub.channel.bankapi.BankApi.Call;
import vn.chitra.hub.channel.bankapi.BankApi.Lane;
import vn.chitra.hub.channel.bankapi.BankApi.Reply;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.ShippedMappings;

/** Each answer of the name check (contract §4) and what it lets through. */
class QueryNameTests {

  private static final String NAME = "Nguyễn Thị Đức Huyền";
  private static final Account ACCOUNT = new Account("970422", "0012345678");

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{\"name\":\"NGUYEN THI DUC HUYEN\",\"status\":\"OPEN\"}    | OPEN    | true",
      "{\"name\":\"nguyễn thị đức huyền\",\"status\":\"OPEN\"}    | OPEN    | true",
      "{\"name\":\"LO VAN PHIN\",\"status\":\"OPEN\"}             | OPEN    | false",
      "{\"name\":\"\",\"status\":\"OPEN\"}                        | OPEN    | false",
      "{\"name\":\"NGUYEN THI DUC HUYEN\",\"status\":\"CLOSED\"}  | CLOSED  | false",
      "{\"name\":\"NGUYEN THI DUC HUYEN\",\"status\":\"BLOCKED\"} | BLOCKED | false",
  })
  void onlyTheNameOnAnOpenAccountFits(String body, AccountStatus accountStatus, boolean fits) {
    AccountHolder holder = queried(answered(200, body)).orElseThrow();
    assertThat(holder.accountStatus()).isEqualTo(accountStatus);
    assertThat(holder.fits(NAME)).isEqualTo(fits);
  }

  @Test
  void noSuchAccountFitsNobody() {
    AccountHolder holder = queried(answered(404, "{}")).orElseThrow();
    assertThat(holder.accountStatus()).isEqualTo(AccountStatus.UNKNOWN);
    assertThat(holder.fits(NAME)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"200 | {\"name\":\"NGUYEN THI DUC HUYEN\"}", "200 | {\"status\":\"OPEN\"}",
      "200 | {\"name\":5,\"status\":\"OPEN\"}", "200 | {\"name\":\"A\",\"status\":\"FROZEN\"}", "200 | <html>", "200 | []", "200 | ''",
      "200 | {}", "429 | {}",
          "403 | {}",
      "400 | {\"name\":\"NGUYEN THI DUC HUYEN\",\"status\":\"OPEN\"}"})
  void whatIsNoReplyOfTheContractSaysNothing(int status, String body) {
    assertThat(queried(answered(status, body))).isEmpty();
  }

  @Test
  void aNameWithoutEndSaysNothing() {
    assertThat(queried(answered(200, "{\"name\":\"" + "A".repeat(201) + "\",\"status\":\"OPEN\"}"))).isEmpty();
  }

  @Test
  void aBankThatCannotBeReachedSaysNothing() {
    assertThat(queried(new Reply.Silent("hết thời gian chờ"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"200, true", "400, true", "422, true", "401, false", "403, false", "429, false"})
  void onlyAReplyAboutTheAccountIsItsOwnTrouble(int status, boolean own) {
    assertThat(outcome(answered(status, "{}"))).isInstanceOfSatisfying(Outcome.Unusable.class, nothing -> {
      assertThat(nothing.own()).isEqualTo(own);
      assertThat(nothing.reply()).startsWith("HTTP " + status);
    });
    assertThat(outcome(new Reply.Silent("0012345678"))).isEqualTo(new Outcome.Unusable("không có trả lời", false));
  }

  @Test
  void queriesUnderTheLimitOfNames() {
    List<Call> calls = new ArrayList<>();
    new QueryName((partner, call) -> {
      calls.add(call);
      return answered(404, "{}");
    }).holder(bank(), ACCOUNT);
    assertThat(calls).singleElement().returns("GET", Call::method).returns("/v1/accounts/970422/0012345678/name", Call::path)
        .returns(Lane.NAMES, Call::lane);
  }

  private static Optional<AccountHolder> queried(Reply reply) {
    return outcome(reply) instanceof Outcome.Known known ? Optional.of(known.holder()) : Optional.empty();
  }

  private static Outcome outcome(Reply reply) {
    return new QueryName((partner, call) -> reply).holder(bank(), ACCOUNT);
  }

  private static Reply answered(int status, String body) {
    return new Reply.Answered(status, body.getBytes(StandardCharsets.UTF_8), null);
  }

  private static PartnerProfile bank() {
    return ShippedMappings.loaded().partners().ofKind(PartnerKind.BANK_API).get(0);
  }
}
