package vn.chitra.hub.batch.camel;

import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.chitra.hub.batch.camel.PartnerLogins.Refusal;

/** Tells a refused login from a server that cannot be reached, by the error that JSch gives. */
public final class SftpRefusals {

  private static final Pattern CREDENTIALS = Pattern.compile("(?i)auth (fail|cancel)|too many authentication|access denied|account");
  private static final Pattern OWN_KEY = Pattern.compile("(?i)userauth fail|invalid privatekey|passphrase|private key"
      + "|FileNotFound|AccessDenied");

  private SftpRefusals() {}

  /** Empty for an outage. */
  public static Optional<Refusal> of(Throwable thrown) {
    for (Throwable one = thrown; one != null; one = one.getCause() == one ? null : one.getCause()) {
      Optional<Refusal> refusal = one instanceof JSchException jsch ? of(jsch) : Optional.empty();
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> of(JSchException thrown) {
    if (thrown instanceof JSchHostKeyException) {
      return Optional.of(Refusal.HOST_KEY);
    }
    if (thrown instanceof JSchAlgoNegoFailException) {
      return Optional.of(Refusal.ALGORITHMS);
    }
    String words = String.valueOf(thrown.getMessage());
    if (OWN_KEY.matcher(words).find()) {
      return Optional.of(Refusal.OWN_KEY);
    }
    return CREDENTIALS.matcher(words).find() ? Optional.of(Refusal.CREDENTIALS) : Optional.empty();
  }
}
