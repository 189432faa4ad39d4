package vn.chitra.hub.routes.camel;

import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.channel.bankapi.FetchStatements;
import vn.chitra.hub.channel.bankapi.camel.BankApiQueries;

final class BankApiStatementsRouteTests {

  private final BankApiQueries queries = mock(BankApiQueries.class);

  @Test
  void fetchesEveryDueDayEvenIfOneFails() throws Exception {
    FetchStatements.Day monday = new FetchStatements.Day("vietinbank", LocalDate.of(2026, 12, 7));
    FetchStatements.Day tuesday = new FetchStatements.Day("vietinbank", LocalDate.of(2026, 12, 8));
    when(queries.days()).thenReturn(List.of(monday, tuesday));
    doThrow(new IllegalStateException("hỏng")).when(queries).statement(monday);

    try (RouteSlice slice = new RouteSlice("bank-api-statements", Map.of("bankApiQueries", queries))) {
      slice.tick("bank-api-statements");

      verify(queries).statement(monday);
      verify(queries).statement(tuesday);
    }
  }
}
