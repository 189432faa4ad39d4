package vn.chitra.hub.sim.bankapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import vn.chitra.hub.sim.AgreedPartner;
import vn.chitra.hub.sim.ServerCertificate;

/** Settings of partners' APIs for a hub that is to reach none: no server listens there. */
public final class DeadApi {

  private DeadApi() {}

  /** @param folder for a certificate that no server has, @return settings as {@code name=value} */
  public static List<String> settings(Path folder) {
    List<String> settings = new ArrayList<>();
    try {
      Path nobody = ServerCertificate.open(folder, "nobody", "localhost").pem();
      for (String connection : AgreedPartner.apis()) {
        String prefix = "hub.api." + connection + ".";
        settings.addAll(List.of(prefix + "base-url=https://localhost:9", prefix + "client-id=hub", prefix + "client-secret=x",
            prefix + "signing-secret=x", prefix + "trusted-certificates=" + nobody));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no certificate", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", e);
    }
    return settings;
  }
}
