package vn.chitra.hub.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.partner.MappingError;
import vn.chitra.hub.partner.MappingsInvalidException;
import vn.chitra.hub.payout.UnpaidPayouts.Group;
import vn.chitra.hub.payout.UnpaidPayouts.Phase;

class ReroutePolicyTests {

  private static final LocalDate LAST_PAY_DAY = LocalDate.of(2026, 11, 17);

  private final ReroutePolicy shipped = shipped();

  @ParameterizedTest(name = "{0} {1} {2}, {3}, ngày {4} → {5}")
  @CsvSource(delimiter = '|', textBlock = """
      REJECTED    | DECEASED        | BANK         | NEW     | 2026-11-05 | STOP_OR_HOLD
      REJECTED    | DECEASED        | POST_CASH    | PERSON  | 2026-11-17 | STOP_IF_DEAD
      REJECTED    | DECEASED        | POST_CASH    | PERSON  | 2026-11-20 | HAND_BACK
      REJECTED    | ACCOUNT_UNKNOWN | BANK         | NEW     | 2026-11-11 | AWAIT_ACCOUNT
      REJECTED    | ACCOUNT_CLOSED  | BANK         | ACCOUNT | 2026-11-11 | TRY_ACCOUNT
      CANCELLED   | ACCOUNT_CLOSED  | BANK         | NEW     | 2026-11-05 | AWAIT_ACCOUNT
      REJECTED    | ACCOUNT_CLOSED  | BANK         | ACCOUNT | 2026-11-12 | OTHER_CHANNEL
      REJECTED    | ACCOUNT_CLOSED  | BANK         | NEW     | 2026-11-14 | OTHER_CHANNEL
      REJECTED    | ACCOUNT_CLOSED  | BANK         | ACCOUNT | 2026-11-15 | TRY_ACCOUNT
      REJECTED    | ACCOUNT_CLOSED  | BANK         | NEW     | 2026-11-15 | NOTHING
      REJECTED    | ACCOUNT_CLOSED  | BANK         | ACCOUNT | 2026-11-18 | CARRY_OVER
      RETURNED    | RETURNED        | BANK         | NEW     | 2026-11-10 | AWAIT_ACCOUNT
      RETURNED    | RETURNED        | BANK         | NEW     | 2026-12-20 | CARRY_OVER
      REJECTED    | NAME_DIFFERS    | BANK         | NEW     | 2026-11-18 | HOLD
      REJECTED    | NAME_DIFFERS    | BANK         | PERSON  | 2026-11-19 | NOTHING
      REJECTED    | NAME_DIFFERS    | BANK         | PERSON  | 2026-11-20 | CARRY_OVER
      REJECTED    | MOVED           | POST_CASH    | NEW     | 2026-11-06 | HOLD
      UNCOLLECTED | TEXT            | COMMUNE_CASH | NEW     | 2026-11-18 | HOLD
      UNCOLLECTED | NOT_MET         | POST_CASH    | NEW     | 2026-11-17 | NOTHING
      UNCOLLECTED | NOT_MET         | POST_CASH    | NEW     | 2026-11-18 | CARRY_OVER
      REJECTED    | AC99            | BANK         | NEW     | 2026-11-06 | HOLD
      """)
  void theShippedPolicySaysWhatFollows(PaymentState outcome, String reason, Channel channel, Phase phase, LocalDate today, NextStep step) {
    Group group = new Group(phase, outcome, reason, channel, LAST_PAY_DAY, LAST_PAY_DAY);
    assertThat(NextStep.of(group, shipped.course(outcome, reason, channel, today), today)).isEqualTo(step);
  }

  @Test
  void aPersonHasHisDaysEvenWhenTheReplyCameAfterTheLastPayDay() {
    LocalDate held = LAST_PAY_DAY.plusDays(2);
    Group group = new Group(Phase.PERSON, PaymentState.UNCOLLECTED, "TEXT", Channel.COMMUNE_CASH, LAST_PAY_DAY, held);
    ReroutePolicy.Course course = shipped.course(PaymentState.UNCOLLECTED, "TEXT", Channel.COMMUNE_CASH, held);
    assertThat(NextStep.of(group, course, held.plusDays(2))).isEqualTo(NextStep.NOTHING);
    assertThat(NextStep.of(group, course, held.plusDays(3))).isEqualTo(NextStep.CARRY_OVER);
  }

  @ParameterizedTest(name = "{0} → {1} dòng {2}, khoá {3}")
  @CsvSource(delimiter = '|', textBlock = """
      action: hold }                             | action: wait }                                     | 8  | versions[0].rules[1].action
      action: hold }                             | action: hold, until: friday }                      | 8  | versions[0].rules[1].until
      action: hold }                             | action: hold, fallback: other-channel }          | 8  | versions[0].rules[1].fallback
      reasons: [DECEASED]                      | reasons: [deceased]                              | 7  | versions[0].rules[0].reasons
      reasons: [DECEASED]                      | outcomes: [PAID]                                 | 7  | versions[0].rules[0].outcomes
      reasons: [DECEASED]                      | channels: [CARRIER_PIGEON]                       | 7  | versions[0].rules[0].channels
      action: stop                               | action: correct-account                            | 7  | versions[0].rules[0].fallback
      action: stop                               | action: stop, fallback: carry-over               | 7  | versions[0].rules[0].fallback
      '{ reasons: [DECEASED], action: stop }'    | '{ action: stop }'                                 | 8  | versions[0].rules[1].action
      '- { action: hold }'                       | '- { reasons: [MOVED], action: hold }'             | 6  | versions[0].rules
      cash-days: 3                             | cash-days: 6                                     | 4  | versions[0].cash-days
      cash-days: 3                             | cash-days: three                                 | 4  | versions[0].cash-days
      valid-from: 2024-01-01                   | valid-from: 2024-13-01                           | 2  | versions[0].valid-from
      """)
  void aFaultIsNamedWithFileLineAndKey(String sound, String faulty, int line, String key) {
    String yaml = """
        versions:
          - valid-from: 2024-01-01
            account-days: 6
            cash-days: 3
            person-days: 2
            rules:
              - { reasons: [DECEASED], action: stop }
              - { action: hold }
        """;
    assertThat(yaml).contains(sound);
    MappingsInvalidException refusal = catchThrowableOfType(MappingsInvalidException.class, () -> load(yaml.replace(sound, faulty)));
    assertThat(refusal).as("is refused").isNotNull();
    assertThat(refusal.errors()).extracting(MappingError::file).containsOnly("reroute-policy.yaml");
    assertThat(refusal.errors()).anySatisfy(error -> {
      assertThat(error.line()).isEqualTo(line);
      assertThat(error.key()).isEqualTo(key);
    });
  }

  private static ReroutePolicy shipped() {
    try (InputStream yaml = Files.newInputStream(Path.of("mappings/reroute-policy.yaml"))) {
      return ReroutePolicy.load(yaml, "reroute-policy.yaml");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static ReroutePolicy load(String yaml) throws IOException {
    return ReroutePolicy.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "reroute-policy.yaml");
  }
}
