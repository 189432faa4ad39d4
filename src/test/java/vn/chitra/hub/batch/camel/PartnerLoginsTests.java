package vn.chitra.hub.batch.camel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.chitra.hub.batch.camel.PartnerLogins.Refusal;
import vn.chitra.hub.support.MovableClock;

class PartnerLoginsTests {

  private final LoginCases cases = new LoginCases();
  private final PartnerLogins logins = cases.logins(new MovableClock());

  @Test
  void theCaseNamesThePartnerAsPeopleKnowIt() {
    logins.refused("buu-dien", "hub.sftp.buu-dien", Refusal.HOST_KEY);
    assertThat(cases.opened).singleElement().satisfies(one -> assertThat(one.evidence())
        .startsWith("Máy chủ của Bưu điện tỉnh Phú Thọ (kết nối hub.sftp.buu-dien) đưa ra khoá máy chủ khác"));
  }

  /** Its profile may be gone since the connection was made. */
  @Test
  void aPartnerWithoutAProfileIsNamedByItsCode() {
    logins.refused("ngan-hang-cu", "hub.sftp.ngan-hang-cu", Refusal.HOST_KEY);
    assertThat(cases.opened).singleElement().satisfies(one -> assertThat(one.evidence()).startsWith("Máy chủ của ngan-hang-cu (kết nối "));
  }

  /** The database is away while a login succeeds. */
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
