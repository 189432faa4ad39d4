package vn.chitra.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.partner.LegalDay;
import vn.chitra.hub.partner.MappingsInvalidException;
import vn.chitra.hub.partner.ShippedMappings;

class AlertPolicyTests {

  private static final Path SHIPPED = Path.of("mappings/alerts.yaml");

  @Test
  void theShippedPolicyIsRead() throws IOException {
    AlertPolicy policy = load(Files.readString(SHIPPED));

    assertThat(policy.groupAbove()).isEqualTo(5);
    assertThat(policy.roles()).containsEntry(CaseKind.RELEASE_LIMIT, RecipientRole.ACCOUNTANT)
        .containsEntry(CaseKind.MESSAGE_DEAD, RecipientRole.ENGINEER).containsEntry(CaseKind.ANSWER_OVERDUE, RecipientRole.OPERATOR);
    assertThat(policy.approvals()).isEqualTo(RecipientRole.ACCOUNTANT);
    assertThat(policy.graces()).containsEntry(CaseKind.INBOX_UNREADABLE, Duration.ofMinutes(30));
    assertThat(policy.graces().keySet()).as("what is about money is mailed at once")
        .containsExactlyInAnyOrder(CaseKind.INBOX_UNREADABLE, CaseKind.FILE_NOT_MOVED, CaseKind.WELFARE_RIGHTS, CaseKind.ANSWER_OVERDUE,
            CaseKind.STATEMENT_MISSING, CaseKind.NAME_CHECK_SILENT);
    assertThat(policy.causeGraces()).isEqualTo(Map.of("ACCOUNT_TO_CORRECT", Duration.ofDays(20)));
    assertThat(policy.daily()).as("none is due on the next day").contains(CaseKind.PAYOUT_HELD).allMatch(kind -> kind.dueDays() >= 2);
    assertThat(policy.daily()).as("money that moved is mailed at once")
        .noneMatch(kind -> policy.roles().get(kind) == RecipientRole.ACCOUNTANT);
    assertThat(policy.updateAfter()).isEqualTo(Duration.ofHours(1));
    assertThat(policy.legalDaysAhead()).isEqualTo(5);
    assertThat(policy.legalDays()).isEqualTo(Map.of(LegalDay.HAND_OVER, List.of(RecipientRole.OPERATOR, RecipientRole.ACCOUNTANT),
        LegalDay.REPORT, List.of(RecipientRole.ACCOUNTANT)));
    assertThat(policy.alsoTo(0)).isEmpty();
    assertThat(policy.alsoTo(1)).containsExactlyInAnyOrder(RecipientRole.ACCOUNTANT, RecipientRole.ENGINEER);
  }

  @ParameterizedTest(name = "{0}: {1}, {2} ({3})")
  @CsvSource({
      "2026-11-12T02:00:00Z, 2026-11-12T02:00:00Z, 2026-11-10T02:00:00Z, within a week",
      "2026-11-25T02:00:00Z, 2026-11-25T02:00:00Z, 2026-11-20T02:00:00Z, over Vietnam Culture Day and a weekend",
      "2026-11-15T02:00:00Z, 2026-11-15T02:00:00Z, 2026-11-11T16:59:59.999999999Z, on a Sunday",
      "2027-02-09T02:00:00Z, 2027-02-09T02:00:00Z, 2027-02-02T16:59:59.999999999Z, in Tết"})
  void noDayOffIsCountedAgainstPersons(Instant now, Instant first, Instant second, String when) throws IOException {
    AlertPolicy policy = load(Files.readString(SHIPPED).replaceAll("(?m)^grace:", "  - after-due: P2D\n    also-to: [engineer]\ngrace:"));

    assertThat(policy.deadlinesPassed(now, ShippedMappings.loaded().calendar())).as(when).containsExactly(first, second);
  }

  /** A copy of before those keys. */
  @Test
  void aFileWithoutTheNewerKeysIsReadAsShipped() throws IOException {
    String text = Files.readString(SHIPPED);
    String older = text.replaceAll("(?m)^(update-after|hand-over|report|legal-days-ahead|approvals):.*\\n", "");
    assertThat(older).isNotEqualTo(text);

    assertThat(load(older)).isEqualTo(load(text));
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({"2026-11-25T00:59:59Z, 2026-11-24T09:00:00Z, 2026-11-24T01:00:00Z",
      "2026-11-25T01:00:00Z, 2026-11-24T09:00:00Z, 2026-11-25T01:00:00Z",
      "2026-11-25T09:00:00Z, 2026-11-25T09:00:00Z, 2026-11-25T01:00:00Z"})
  void theTurnsOfADayAreAtFourAndAtEightInVietnam(Instant now, Instant daily, Instant late) throws IOException {
    AlertPolicy policy = load(Files.readString(SHIPPED));

    assertThat(policy.dailyTurn(now)).isEqualTo(daily);
    assertThat(policy.lateTurn(now)).isEqualTo(late);
  }

  @Test
  void theShippedPolicyNamesEveryKindOfCase() throws IOException {
    assertThat(load(Files.readString(SHIPPED)).roles()).containsOnlyKeys(CaseKind.values());
  }

  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource(delimiter = '|', value = {
      "group-above: 5 | group-above: 0 | alerts.yaml:4 [group-above]",
      "otherwise: operator | otherwise: director | [otherwise]",
      "otherwise: operator | otherwize: operator | [otherwize]: khoá không được biết",
      "PAYOUT_HELD, | PAYOUT_HOLD, | PAYOUT_HOLD",
      "PAYOUT_HELD, | PAYOUT_HELD, PAYOUT_HELD, | loại vụ PAYOUT_HELD lặp lại",
      "- after-due: PT0S | '- {after-due: P1D, also-to: [engineer]}\n  - after-due: PT0S' | các mức phải tăng dần",
      "wait: PT30M | wait: -PT1M | [grace[0].wait]",
      "FILE_NOT_MOVED, WELFARE_RIGHTS] | ANSWER_OVERDUE, WELFARE_RIGHTS] | loại vụ ANSWER_OVERDUE lặp lại",
      "late-at: \"08:00\" | late-at: \"8 giờ\" | [late-at]",
      "wait: P20D | wait: -P1D | [grace-of-causes[0].wait]",
      "update-after: PT1H | update-after: -PT1H | [update-after]",
      "legal-days-ahead: 5 | legal-days-ahead: 0 | [legal-days-ahead]",
      "report: [accountant] | report: [director] | report",
      "after-due: PT0S | after-due: -P1D | after-due",
      "also-to: [accountant, engineer] | also-to: [] | also-to"})
  void aFaultIsNamedWithItsPlace(String sound, String broken, String named) throws IOException {
    String text = Files.readString(SHIPPED);
    assertThat(text).contains(sound);

    assertThatThrownBy(() -> load(text.replace(sound, broken))).isInstanceOf(MappingsInvalidException.class)
        .hasMessageContaining("alerts.yaml").hasMessageContaining(named);
  }

  private static AlertPolicy load(String yaml) throws IOException {
    return AlertPolicy.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "alerts.yaml");
  }
}
