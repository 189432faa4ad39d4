package vn.chitra.hub.batch.camel;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.batch.BuildBatch;
import vn.chitra.hub.batch.GatherBatches;
import vn.chitra.hub.batch.SendBatch;
import vn.chitra.hub.payroll.RecheckPersons;

class DispatchStepsTests {

  private final RecheckPersons look = mock(RecheckPersons.class);
  private final BuildBatch build = mock(BuildBatch.class);
  private final DispatchSteps steps =
      new DispatchSteps(mock(GatherBatches.class), look, build, mock(SendBatch.class), mock(SftpUploads.class));

  @Test
  void readsThePersonsAfreshBeforeABatchIsBuilt() throws IOException {
    steps.build(7);
    var order = inOrder(look, build);
    order.verify(look).atBatch(7);
    order.verify(build).build(7);
  }

  @Test
  void buildsNothingWhileThePersonsCannotBeRead() {
    doThrow(new IllegalStateException("cơ sở dữ liệu của tỉnh tắt")).when(look).atBatch(7);
    assertThatIllegalStateException().isThrownBy(() -> steps.build(7));
    verifyNoInteractions(build);
  }
}
