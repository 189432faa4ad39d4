package vn.chitra.hub.channel.iso20022;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;
import vn.chitra.hub.support.SettingNames;

/** @param pgp OpenPGP keys by the name that partner profiles use; none where no partner encrypts its files */
@Validated
@ConfigurationProperties("hub")
public record PgpSettings(@Nullable Map<String, @Valid Keys> pgp) {

  /** @param name as a partner's profile gives it; an environment variable leaves its dashes out */
  public Optional<Keys> keys(String name) {
    return pgp == null ? Optional.empty() : SettingNames.find(pgp, name);
  }

  /**
   * The OpenPGP keys for one bank; during a key change two keys of either side are valid at once. The passphrase never shows.
   *
   * @param privateKeys files with our secret keys: each opens, the first valid one signs
   * @param partnerKeys files with the bank's public keys: we encrypt to each valid one and take a signature by any of them
   */
  public record Keys(@NotEmpty List<Path> privateKeys, @NotNull String passphrase, @NotEmpty List<Path> partnerKeys) {

    @Override
    public String toString() {
      return "Keys[privateKeys=" + privateKeys + ", partnerKeys=" + partnerKeys + "]";
    }
  }
}
