package vn.chitra.hub.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The agreement between a partner and the province beside the format, read from the same mapping data as the hub reads, without its code.
 *
 * @param kind the contract, as {@code bank-csv}
 * @param sender the hub's sender id at this partner
 * @param sftp name of the connection; null for a partner without files
 * @param keys name of the OpenPGP keys; null where files travel in the clear
 */
public record AgreedPartner(String id, String kind, String sender, @Nullable String sftp, @Nullable String fundingAccount,
    @Nullable String keys) {

  private static final String SHIPPED = "classpath:mappings/";
  private static final YAMLMapper YAML = new YAMLMapper();

  /** Every partner of the shipped mappings, by id. */
  public static List<AgreedPartner> all() {
    return all(SHIPPED);
  }

  /** @param mappings folder as Spring names it, ending in {@code /} */
  public static List<AgreedPartner> all(String mappings) {
    List<AgreedPartner> all = new ArrayList<>();
    try {
      for (Resource profile : new PathMatchingResourcePatternResolver().getResources(mappings + "partners/*.yaml")) {
        all.add(read(YAML.readTree(profile.getInputStream())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    all.sort(Comparator.comparing(AgreedPartner::id));
    return all;
  }

  /** SFTP connections of all partners, each with a password. */
  public static Map<String, String> passwords() {
    return passwords(all());
  }

  public static Map<String, String> passwords(List<AgreedPartner> partners) {
    Map<String, String> passwords = new TreeMap<>();
    partners.stream().map(AgreedPartner::sftp).forEach(connection -> {
      if (connection != null) {
        passwords.put(connection, connection + "-secret");
      }
    });
    return passwords;
  }

  /** Connections to APIs. */
  public static List<String> apis() {
    return all().stream().filter(partner -> partner.kind().equals("bank-api")).map(AgreedPartner::id).toList();
  }

  private static AgreedPartner read(JsonNode yaml) {
    return new AgreedPartner(yaml.get("id").asText(), yaml.get("kind").asText(), yaml.get("sender").asText(),
        yaml.path("kind").asText().equals("bank-api") ? null : yaml.get("sftp").asText(), yaml.path("funding-account").asText(null),
        yaml.path("iso").path("keys").asText(null));
  }
}
