package vn.chitra.hub.routes.camel;

import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.channel.bankapi.camel.BankApiQueries;

final class BankApiResultsRouteTests {

  private final BankApiQueries queries = mock(BankApiQueries.class);

  @Test
  void fetchesEveryDueBulkEvenIfOneFails() throws Exception {
    when(queries.bulks()).thenReturn(List.of(1L, 2L, 3L));
    doThrow(new IllegalStateException("hỏng")).when(queries).results(2L);

    try (RouteSlice slice = new RouteSlice("bank-api-results", Map.of("bankApiQueries", queries))) {
      slice.tick("bank-api-results");

      verify(queries).results(1L);
      verify(queries).results(3L);
    }
  }
}
