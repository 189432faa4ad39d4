package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.batch.GatherBatches;
import vn.chitra.hub.batch.GatheredBatches;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.payout.ReleasePayroll;

/** Days outside the calendar stop what needs them, with a case, and nothing else. */
class FarDateIT {

  private HubStory story;

  @BeforeEach
  void begin() {
    story = HubStory.begin();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2028-01-05", "2062-11-05", "9999-12-31"})
  void aPayrollOfAFarDayWaitsAloneWithACase(String payFrom) {
    for (Channel channel : List.of(Channel.BANK, Channel.POST_CASH, Channel.COMMUNE_CASH)) {
      payroll(channel, payFrom, payFrom);
    }
    List<String> others = story.handOver(Channel.BANK, 500_000);

    story.send();

    assertThat(story.sql().queryForList("select end_to_end_id from payment where state = 'SENT'", String.class)).isEqualTo(others);
    assertThat(cases("PAYROLL_OUTSIDE_CALENDAR")).containsExactly("payroll:BC-2026-11-1", "payroll:BC-2026-11-2", "payroll:BC-2026-11-3");
  }

  @Test
  void aLastDayOfPaymentInAFarYearIsNoticedToo() {
    payroll(Channel.BANK, "2026-11-05", "2062-11-17");

    assertThat(cases("PAYROLL_OUTSIDE_CALENDAR")).containsExactly("payroll:BC-2026-11-1");
  }

  @Test
  void aDayThatIsPastIsPaidAtOnceInWhateverYearItIs() {
    payroll(Channel.BANK, "2019-11-05", "2026-11-17");

    story.send();

    assertThat(cases("PAYROLL_OUTSIDE_CALENDAR")).isEmpty();
    assertThat(story.sql().queryForObject("select count(*) from payment where state = 'SENT'", Long.class)).isEqualTo(1);
  }

  @Test
  void theCaseEndsWhenThePayrollGoesOut() {
    String payroll = payroll(Channel.BANK, "2028-01-05", "2028-01-17");
    story.sql().update("update payroll set pay_from = '2026-11-05', pay_until = '2026-11-17'");
    story.bean(ReleasePayroll.class).release(payroll);

    assertThat(cases("PAYROLL_OUTSIDE_CALENDAR")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"970405", "970418", "970436", "970422"})
  void aReleasedPaymentWithoutAValueDateWaitsAloneAtItsBank(String bin) {
    List<String> far = story.handOverTo(bin, Channel.BANK, 100_000);
    story.sql().update("update payout set pay_from = '2028-01-05'");
    List<String> near = story.handOverTo(bin, Channel.BANK, 200_000);
    story.sql().update("update payment set name_checked_at = updated_at");

    story.send();

    assertThat(story.sql().queryForList("select end_to_end_id from payment where state = 'SENT'", String.class)).isEqualTo(near);
    assertThat(story.sql().queryForList("select end_to_end_id from payment where state = 'PLANNED'", String.class)).isEqualTo(far);
    assertThat(cases("CALENDAR_ENDS")).hasSize(1);
    assertThat(story.bean(GatherBatches.class).due()).as("nothing that the hub could do").isZero();

    story.sql().update("update payout set pay_from = '2026-11-05'");
    story.send();

    assertThat(story.sql().queryForObject("select count(*) from payment where state = 'SENT'", Long.class)).isEqualTo(2);
    assertThat(cases("CALENDAR_ENDS")).isEmpty();
  }

  @Test
  void inAYearWithoutARowOnlyPartnersThatNeedBankingDaysStandStill() {
    story.handOver(Channel.BANK, 100_000);
    story.handOver(Channel.POST_CASH, 200_000);
    story.handOver(Channel.COMMUNE_CASH, 300_000);
    story.itIs(LocalDate.of(2028, 1, 5), 10);

    List<Long> batches = GatheredBatches.of(story.bean(GatherBatches.class), List.of(PartnerKind.values()));

    assertThat(batches).hasSize(2);
    assertThat(story.sql().queryForList("select partner from batch order by 1", String.class)).containsExactly("buu-dien", "xa");
  }

  @Test
  void inTheFirstDaysOfAYearTheLastYearsDaysMayBeUnknown() {
    story.handOver(Channel.BANK, 100_000);
    story.itIs(LocalDate.of(2026, 1, 5), 10);
    story.sql().update("update payment set released_at = '2026-01-05T01:00:00Z'");

    assertThat(GatheredBatches.of(story.bean(GatherBatches.class), List.of(PartnerKind.BANK_CSV))).as("2025 has no row").hasSize(1);
  }

  @Test
  void anOpenBatchWhoseValueDateMovesOutOfTheCalendarStaysOpenWithACase() {
    story.handOver(Channel.BANK, 100_000);
    story.gather();
    story.itIs(LocalDate.of(2027, 12, 31), 17);

    story.build();

    assertThat(story.sql().queryForList("select state from batch", String.class)).containsExactly("OPEN");
    assertThat(cases("CALENDAR_ENDS")).containsExactly("batch:1");
  }

  @Test
  void theCaseOfABatchThatEmptiesEnds() {
    story.handOver(Channel.BANK, 100_000);
    story.gather();
    story.itIs(LocalDate.of(2027, 12, 31), 17);
    story.build();
    assertThat(cases("CALENDAR_ENDS")).containsExactly("batch:1");

    story.sql().update("update payment set state = 'CANCELLED', reason_code = 'PAYROLL_WITHDRAWN', batch_id = null,"
        + " batch_line = null");
    story.build();

    assertThat(story.sql().queryForList("select state from batch", String.class)).containsExactly("CANCELLED");
    assertThat(cases("CALENDAR_ENDS")).isEmpty();
  }

  @Test
  void aValueDateThatMovesTakesTheDeadlineWithIt() {
    story.handOver(Channel.BANK, 100_000);
    story.gather();
    story.itIs(LocalDate.of(2027, 2, 4), 17);

    story.build();

    assertThat(story.sql().queryForList("select value_date || ' ' || answer_due_on from batch", String.class))
        .as("behind Tết").containsExactly("2027-02-10 2027-02-16");
  }

  private List<String> cases(String kind) {
    return story.sql().queryForList("select subject from case_record where kind = ? and state = 'OPEN' order by 1", String.class, kind);
  }

  private String payroll(Channel channel, String payFrom, String payUntil) {
    String payroll = story.payouts().take(channel, 100_000);
    for (String change : List.of("update payroll set pay_from = ?::date, pay_until = ?::date where payroll_id = ?",
        "update payout set pay_from = ?::date, pay_until = ?::date where payroll_id = ?")) {
      story.sql().update(change, payFrom, payUntil, payroll);
    }
    story.plan(payroll);
    story.bean(ReleasePayroll.class).release(payroll);
    return payroll;
  }
}
