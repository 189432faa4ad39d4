package vn.chitra.hub.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;
import vn.chitra.hub.partner.Mappings;

/**
 * The settings of the hub as a whole; each feature has a record of its own beside it.
 *
 * @param dataDir archive, broker journal and spool
 * @param routes where the route files lie, as Spring names it; plain paths are taken too, see {@link RouteLocations}
 * @param mappings where the mapping files lie; a plain path becomes a folder as Spring names it, ending in {@code /}
 */
@Validated
@ConfigurationProperties("hub")
public record HubSettings(
    @NotNull Path dataDir,
    @NotBlank String routes,
    @NotBlank String mappings,
    @Valid @NotNull Database database,
    @Valid @NotNull Database welfare,
    @Valid @NotNull Poll poll) {

  public HubSettings {
    routes = routes == null || routes.isBlank() ? routes : RouteLocations.patterns(routes);
    mappings = mappings == null || mappings.isBlank() ? mappings : Mappings.folder(mappings);
  }

  /** A PostgreSQL database; the password never shows. */
  public record Database(@NotBlank String url, @NotBlank String username, @NotNull String password) {

    @Override
    public String toString() {
      return "Database[url=" + url + ", username=" + username + "]";
    }
  }

  /** The intervals of the hub's timers, by the wall clock. */
  public record Poll(@NotNull Duration payrolls, @NotNull Duration batches, @NotNull Duration inbox, @NotNull Duration results,
      @NotNull Duration reconciliation, @NotNull Duration outbox, @NotNull Duration recovery) {}
}
