package vn.chitra.hub.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.partner.MappingError;
import vn.chitra.hub.partner.MappingsInvalidException;
import vn.chitra.hub.payout.ChannelPolicy.Decision;
import vn.chitra.hub.payout.ChannelPolicy.Situation;

class ChannelPolicyTests {

  private static final LocalDate PLANNED_ON = LocalDate.of(2026, 11, 20);
  private static final LocalDate CUT_OFF = LocalDate.of(2026, 11, 30);
  private static final List<String> SPECIAL = List.of("ILL", "FRAIL", "IMMOBILE", "OTHER");

  private final ChannelPolicy shipped = shipped();

  @ParameterizedTest(name = "{0} special={1} noTransfer={2} hasAccount={3} → {4} help={5} warning={6}")
  @CsvSource(textBlock = """
      NCC,  false, false, true,  BANK,         false, false
      NCC,  false, true,  true,  BANK,         false, false
      NCC,  true,  false, true,  BANK,         false, false
      NCC,  true,  true,  true,  BANK,         false, false
      NCC,  true,  false, false, COMMUNE_CASH, false, false
      NCC,  true,  true,  false, COMMUNE_CASH, false, false
      NCC,  false, false, false, COMMUNE_CASH, true,  false
      NCC,  false, true,  false, COMMUNE_CASH, true,  false
      BTXH, true,  true,  true,  POST_CASH,    false, false
      BTXH, true,  true,  false, POST_CASH,    false, false
      BTXH, true,  false, true,  BANK,         false, false
      BTXH, false, false, true,  BANK,         false, false
      BTXH, false, true,  true,  BANK,         false, true
      BTXH, true,  false, false, POST_CASH,    false, false
      BTXH, false, false, false, POST_CASH,    true,  false
      BTXH, false, true,  false, POST_CASH,    true,  false
      HTXH, true,  true,  true,  POST_CASH,    false, false
      HTXH, true,  true,  false, POST_CASH,    false, false
      HTXH, true,  false, true,  BANK,         false, false
      HTXH, false, false, true,  BANK,         false, false
      HTXH, false, true,  true,  BANK,         false, true
      HTXH, true,  false, false, POST_CASH,    false, false
      HTXH, false, false, false, POST_CASH,    true,  false
      HTXH, false, true,  false, POST_CASH,    true,  false
      """)
  void everySituationTakesItsChannel(String programme, boolean special, boolean noTransfer, boolean hasAccount, Channel channel,
      boolean offerAccount, boolean warning) {
    for (String circumstance : special ? SPECIAL : List.of("NONE")) {
      for (String place : List.of("HOME", "COUNTER")) {
        Decision decision = shipped.decide(
            new Situation(programme, special, circumstance, noTransfer, hasAccount, place, PLANNED_ON, CUT_OFF));

        assertThat(decision.channel()).isEqualTo(channel);
        assertThat(decision.offerAccount()).isEqualTo(offerAccount);
        assertThat(decision.warning()).isEqualTo(warning);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      NCC  | FRAIL    | false | false | HOME    | chưa có tài khoản đến 30/11; già yếu; NCC → cán bộ xã, tại nhà
      NCC  | NONE     | false | false | COUNTER | chưa có tài khoản đến 30/11; không thuộc diện đặc biệt; NCC → \
      Uỷ ban nhân dân cấp xã, tại trụ sở
      NCC  | ILL      | false | true  | HOME    | có tài khoản đến 30/11; ốm đau; NCC → chuyển khoản
      BTXH | IMMOBILE | true  | true  | HOME    | có tài khoản đến 30/11; không đi lại được; không giao dịch chuyển khoản; BTXH → \
      bưu điện, tại nhà
      HTXH | OTHER    | false | false | COUNTER | chưa có tài khoản đến 30/11; hoàn cảnh đặc biệt khác; HTXH → bưu điện, tại điểm chi trả
      """)
  void theDecisionIsExplainedInWords(String programme, String circumstance, boolean noTransfer, boolean hasAccount, String place,
      String words) {
    Situation situation = new Situation(programme, !circumstance.equals("NONE"), circumstance, noTransfer, hasAccount, place,
        PLANNED_ON, CUT_OFF);

    assertThat(shipped.decide(situation).explanation()).isEqualTo(words);
  }

  @Test
  void theVersionOfThePlanningDayDecides() throws IOException {
    ChannelPolicy policy = load("""
        versions:
          - valid-from: 2026-12-01
            rules:
              - { programmes: [NCC], channel: bank }
          - valid-from: 2024-01-01
            rules:
              - { programmes: [NCC], channel: post-cash }
        """);

    assertThat(policy.decide(frail("NCC", LocalDate.of(2026, 11, 30))).channel()).isEqualTo(Channel.POST_CASH);
    assertThat(policy.decide(frail("NCC", LocalDate.of(2026, 12, 1))).channel()).isEqualTo(Channel.BANK);
    assertThatThrownBy(() -> policy.decide(frail("NCC", LocalDate.of(2023, 12, 31)))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aProgrammeWithoutRulesIsNeverGuessed() {
    assertThatThrownBy(() -> shipped.decide(frail("XYZ", PLANNED_ON)))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("XYZ");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void specialMustAgreeWithTheCircumstance(boolean special) {
    assertThatThrownBy(() ->
        new Situation("NCC", special, special ? "NONE" : "ILL", false, false, "HOME", PLANNED_ON, CUT_OFF))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSituationWithoutRuleARuleWithoutSituationAndAMisspellingAreAllNamed() {
    MappingsInvalidException refused = catchThrowableOfType(MappingsInvalidException.class, () -> load("""
        versions:
          - valid-from: 2024-01-01
            rules:
              - { programmes: [NCC], has-account: true, channel: bank }
          - valid-from: 2025-01-01
            rules:
              - { programmes: [NCC], channel: bank }
              - { programmes: [NCC], special: true, channel: post-cash }
          - valid-from: 2026-01-01
            rules:
              - programmes: [NCC]
                chanel: bank
                channel: pigeon
        """));

    assertThat(refused.errors()).extracting(MappingError::file).containsOnly("channel-policy.yaml");
    assertThat(refused.errors()).extracting(error -> error.line() + " " + error.key()).containsExactlyInAnyOrder(
        "3 versions[0].rules",
        "8 versions[1].rules[1].channel",
        "13 versions[2].rules[0].channel",
        "12 versions[2].rules[0].chanel");
  }

  private static Situation frail(String programme, LocalDate on) {
    return new Situation(programme, true, "FRAIL", false, false, "HOME", on, CUT_OFF);
  }

  private static ChannelPolicy load(String yaml) throws IOException {
    return ChannelPolicy.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "channel-policy.yaml");
  }

  private static ChannelPolicy shipped() {
    try (InputStream yaml = Files.newInputStream(Path.of("mappings/channel-policy.yaml"))) {
      return ChannelPolicy.load(yaml, "channel-policy.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
