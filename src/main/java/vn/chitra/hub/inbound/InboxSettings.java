package vn.chitra.hub.inbound;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param dataDir below which fetched files lie until they are archived */
@Validated
@ConfigurationProperties("hub")
public record InboxSettings(@NotNull Path dataDir, @Valid @NotNull Poll poll) {

  /** @param inbox how often a partner's outgoing folder is polled, by the wall clock */
  public record Poll(@NotNull Duration inbox) {}
}
