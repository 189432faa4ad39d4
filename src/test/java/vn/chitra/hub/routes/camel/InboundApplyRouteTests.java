package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chitra.hub.archive.StoredFile;
import vn.chitra.hub.inbound.ApplyFile;
import vn.chitra.hub.inbound.InboundParser;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.inbound.camel.InboundSteps;
import vn.chitra.hub.partner.PartnerProfile;

final class InboundApplyRouteTests {

  private static final String QUEUE = "jms:queue:hub.inbound.file";
  private static final ApplyFile.Recognised FILE =
      new ApplyFile.Recognised(mock(StoredFile.class), mock(PartnerProfile.class), mock(InboundParser.class));

  private final InboundSteps steps = mock(InboundSteps.class);

  @ParameterizedTest
  @EnumSource
  void takesEveryContentItsOwnWayAndCompletesTheFile(ApplyFile.Content content) throws Exception {
    ApplyFile.Parsed parsed = parsed(content);
    when(steps.recognise("12")).thenReturn(FILE);
    when(steps.parse(FILE)).thenReturn(parsed);

    try (RouteSlice slice = new RouteSlice("inbound-apply", Map.of("inboundSteps", steps))) {
      assertThat(slice.give(QUEUE, "12").getException()).isNull();

      var order = inOrder(steps);
      order.verify(steps).recognise("12");
      order.verify(steps).parse(FILE);
      switch (content) {
        case REPLY -> order.verify(steps).apply(parsed);
        case KEPT -> order.verify(steps).keep(parsed);
        case REPEATED -> order.verify(steps).ignore(parsed);
        case NOT_UNDERSTOOD -> order.verify(steps).setAside(parsed);
      }
      order.verify(steps).complete(parsed);
      verifyNoMoreInteractions(steps);
    }
  }

  @Test
  void appliesNothingTwice() throws Exception {
    when(steps.recognise("12")).thenReturn(null);

    try (RouteSlice slice = new RouteSlice("inbound-apply", Map.of("inboundSteps", steps))) {
      assertThat(slice.give(QUEUE, "12").getException()).isNull();
      verify(steps).recognise("12");
      verifyNoMoreInteractions(steps);
    }
  }

  @Test
  void handsAFailureBackToTheQueue() throws Exception {
    ApplyFile.Parsed parsed = parsed(ApplyFile.Content.REPLY);
    when(steps.recognise("12")).thenReturn(FILE);
    when(steps.parse(FILE)).thenReturn(parsed);
    doThrow(new IllegalStateException("cơ sở dữ liệu tắt")).when(steps).apply(parsed);

    try (RouteSlice slice = new RouteSlice("inbound-apply", Map.of("inboundSteps", steps))) {
      assertThat(slice.give(QUEUE, "12").getException()).hasMessageContaining("cơ sở dữ liệu tắt");
      verify(steps, never()).complete(any());
    }
  }

  private static ApplyFile.Parsed parsed(ApplyFile.Content content) {
    return new ApplyFile.Parsed(FILE, mock(ParseResult.NotUnderstood.class), content, null);
  }
}
