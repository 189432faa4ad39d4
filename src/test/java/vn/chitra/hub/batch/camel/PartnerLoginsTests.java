package vn.chitra.hub.batch.camel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.chitra.hub.batch.camel.PartnerLogins.Refusal;
import vn.chitra.hub.support.MovableClock;

/** The database is away while a login succeeds. */
class PartnerLoginsTests {

  private final LoginCases cases = new LoginCases();
  private final PartnerLogins logins = cases.logins(new MovableClock("2031-01-01T00:00:00Z"));

  @Test
  void aCaseThatTheDatabaseDidNotCloseIsClosedByTheNextSuccess() {
    logins.refused("agribank", "hub.sftp.agribank", Refusal.CREDENTIALS);
    cases.away = true;
    logins.succeeded("agribank", "hub.sftp.agribank");
    cases.away = false;
    logins.succeeded("agribank", "hub.sftp.agribank");
    logins.succeeded("agribank", "hub.sftp.agribank");
    assertThat(cases.closed).as("once").containsExactly("LOGIN_REFUSED partner:agribank");
  }
}
