package vn.chitra.hub.sim.bankapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.sim.AgreedPartner;
import vn.chitra.hub.sim.ServerCertificate;

/** Settings of partners' APIs for a hub that is to reach none: no server listens there. */
public final class DeadApi {

  /** PEM of a certificate that no server has, made once in a process. */
  private static byte @Nullable [] certificate;

  private DeadApi() {}

  /** @param folder for the certificate, @return settings as {@code name=value} */
  public static synchronized List<String> settings(Path folder) {
    try {
      Path nobody = Files.createDirectories(folder).resolve("nobody.pem");
      if (certificate == null) {
        certificate = Files.readAllBytes(ServerCertificate.open(folder, "nobody", "localhost").pem());
      }
      Files.write(nobody, certificate);
      List<String> settings = new ArrayList<>();
      for (String connection : AgreedPartner.apis()) {
        String prefix = "hub.api." + connection + ".";
        settings.addAll(List.of(prefix + "base-url=https://localhost:9", prefix + "client-id=hub", prefix + "client-secret=x",
            prefix + "signing-secret=x", prefix + "trusted-certificates=" + nobody));
      }
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no certificate", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", e);
    }
  }
}
