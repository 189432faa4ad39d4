package vn.chitra.hub.sim.bankapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.chitra.hub.sim.AgreedPartner;

/** Settings of partners' APIs for a hub that is to reach none: no server listens there. */
public final class DeadApi {

  private DeadApi() {}

  /** @param folder for a file of certificates, made when it is not there, @return settings as {@code name=value} */
  public static List<String> settings(Path folder) {
    List<String> settings = new ArrayList<>();
    try {
      Path nobody = Files.createDirectories(folder).resolve("nobody.pem");
      if (!Files.exists(nobody)) {
        Files.createFile(nobody);
      }
      for (String connection : AgreedPartner.apis()) {
        String prefix = "hub.api." + connection + ".";
        settings.addAll(List.of(prefix + "base-url=https://localhost:9", prefix + "client-id=hub", prefix + "client-secret=x",
            prefix + "signing-secret=x", prefix + "trusted-certificates=" + nobody));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return settings;
  }
}
