package vn.chitra.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.chitra.hub.batch.camel.LoginCases;
import vn.chitra.hub.support.MovableClock;

/** The database is away while the mail server takes the login. */
class MailLoginTests {

  @Test
  void aCaseThatTheDatabaseDidNotCloseIsClosedByTheNextSuccess() {
    LoginCases cases = new LoginCases();
    MailLogin login = new MailLogin(cases, new MovableClock("2031-01-01T00:00:00Z"));
    login.refused();
    cases.away = true;
    login.succeeded();
    assertThat(login.waits()).isFalse();
    cases.away = false;
    login.succeeded();
    login.succeeded();
    assertThat(cases.closed).as("once").containsExactly("LOGIN_REFUSED mail:server");
  }
}
