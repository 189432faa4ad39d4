package vn.chitra.hub.operations.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;
import vn.chitra.hub.repair.Role;

/** @param logins persons by login, at most 60 characters each; with none the console stays closed */
@Validated
@ConfigurationProperties("hub")
public record LoginSettings(Map<String, @Valid Login> logins) {

  public LoginSettings(@Nullable Map<String, @Valid Login> logins) {
    this.logins = logins == null ? Map.of() : Map.copyOf(logins);
  }

  /**
   * One person; the password never shows.
   *
   * @param password hashed: {@code {bcrypt}$2a$…}, {@code {argon2@SpringSecurity_v5_8}…}; {@code {noop}…} for a demo only
   */
  public record Login(@NotBlank String password, @NotNull Role role) {

    @Override
    public String toString() {
      return "Login[role=" + role + "]";
    }
  }
}
