package vn.chitra.hub.inbound.camel;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import vn.chitra.hub.batch.camel.PartnerLogins;
import vn.chitra.hub.batch.camel.SftpRefusals;
import vn.chitra.hub.batch.camel.SftpServers;
import vn.chitra.hub.partner.PartnerProfile;

/** The login before a poll: one that the partner refuses is left alone for a while, and a person is told. */
final class InboxLogin {

  private final PartnerProfile partner;
  private final String connection;
  private final PartnerLogins logins;

  InboxLogin(PartnerProfile partner, PartnerLogins logins) {
    this.partner = partner;
    this.connection = SftpServers.setting(partner.sftp());
    this.logins = logins;
  }

  /** @throws Exception when the login is waited for or failed: the poll counts as failed */
  boolean when(Callable<Boolean> connect) throws Exception {
    if (logins.waiting(connection).isPresent()) {
      throw new GenericFileOperationFailedException("login refused, not tried again yet");
    }
    try {
      boolean connected = connect.call();
      if (connected) {
        logins.succeeded(partner.id(), connection);
      }
      return connected;
    } catch (Exception e) {
      Optional<PartnerLogins.Refusal> refusal = SftpRefusals.of(e);
      refusal.ifPresent(why -> logins.refused(partner.id(), connection, why));
      throw e;
    }
  }
}
