package vn.chitra.hub.inbound.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.batch.camel.LoginCases;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.Vocabulary;
import vn.chitra.hub.payout.ReportedState;

/** The database is away while the trouble of an inbox ends. */
class EndedInboxTroublesTests {

  private final LoginCases cases = new LoginCases();
  private final InboxTroubles troubles;

  EndedInboxTroublesTests() throws IOException {
    troubles = new InboxTroubles(Mappings.load("classpath:mappings/", Vocabulary.of(ReportedState.class, CaseKind.class)).partners()
        .byId("agribank").orElseThrow(), "out", cases);
  }

  @Test
  void aMovedFileEndsTheCaseOnceTheDatabaseIsThere() {
    troubles.notMovable("out", new IOException("Permission denied"));
    cases.away = true;
    troubles.moved("out");
    cases.away = false;
    troubles.moved("out");
    troubles.moved("out");
    assertThat(cases.closed).as("once").containsExactly("FILE_NOT_MOVED partner:agribank/out");
  }

  @Test
  void aWholePollEndsTheCasesOnceTheDatabaseIsThere() {
    cases.away = true;
    troubles.beginPoll();
    troubles.endPoll();
    cases.away = false;
    troubles.beginPoll();
    troubles.endPoll();
    troubles.beginPoll();
    troubles.endPoll();
    assertThat(cases.closed).as("once").containsExactly("INBOX_UNREADABLE of agribank but []", "FILE_TOO_LARGE of agribank but []");
  }
}
