package vn.chitra.hub.batch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param poll how refused logins are tried again */
@Validated
@ConfigurationProperties("hub")
public record RefusedLoginSettings(@Valid @NotNull @DefaultValue Poll poll) {

  /** @param refusedLogin wait after the first refusal of a login, by the wall clock; doubled at each further one, up to an hour */
  public record Poll(@NotNull @DefaultValue("5m") Duration refusedLogin) {}
}
