package vn.chitra.hub.batch.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.batch.BuildBatch;
import vn.chitra.hub.batch.GatherBatches;
import vn.chitra.hub.batch.SendBatch;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.FailingItems;
import vn.chitra.hub.cases.WorkOfTests;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.payroll.RecheckPersons;

class BatchStepsTests {

  private final GatherBatches gather = mock(GatherBatches.class);
  private final SendBatch send = mock(SendBatch.class);
  private final BatchSteps steps = new BatchSteps(gather, mock(RecheckPersons.class), mock(BuildBatch.class), send,
      WorkOfTests.work(mock(Cases.class), Clock.systemUTC()));

  @Test
  void knowsTheKindsThatARouteNames() {
    when(gather.partners(List.of(PartnerKind.BANK_CSV, PartnerKind.BANK_ISO))).thenReturn(List.of("agribank"));
    assertThat(steps.partners("BANK_CSV, BANK_ISO")).containsExactly("agribank");
    assertThatIllegalArgumentException().isThrownBy(() -> steps.partners("BANK_TELEX"));
  }

  @Test
  void aBatchThatIsNeverBuiltIsACase() throws Throwable {
    FailingItems items = new FailingItems();
    BuildBatch build = mock(BuildBatch.class);
    BatchSteps failing = new BatchSteps(gather, mock(RecheckPersons.class), build, send, items.work);
    doThrow(new IllegalStateException()).when(build).build(7);
    items.isACase("batch:7", () -> failing.build(7));
    failing.recheckPersons(7);
    doNothing().when(build).build(7);
    items.ends("batch:7", () -> failing.build(7));
  }

  @Test
  void aPartnerWhosePaymentsAreNeverGatheredIsACase() {
    FailingItems items = new FailingItems();
    when(gather.gather("agribank")).thenThrow(new IllegalStateException());
    BatchSteps failing = new BatchSteps(gather, mock(RecheckPersons.class), mock(BuildBatch.class), send, items.work);
    items.isACase("work:gom khoản chi của agribank", () -> failing.gather("agribank"));
  }

  @Test
  void beginsNothingWhereNothingIsToBeSent() {
    when(send.begin(7)).thenReturn(Optional.empty());
    assertThat(steps.begin("7")).isNull();
  }
}
