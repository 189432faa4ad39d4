package vn.chitra.hub.operations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** @param dataDir whose disk is watched */
@Validated
@ConfigurationProperties("hub")
public record DiskSettings(@NotNull Path dataDir, @Valid @NotNull @DefaultValue Disk disk) {

  /**
   * @param minFree with less room the embedded broker takes no message until there is room again; in bytes and not in per cent, because a
   *     tenth of a large disk is plenty
   * @param warnBelow with less room a case is opened and health is DEGRADED
   */
  public record Disk(@NotNull @DefaultValue("512MB") DataSize minFree, @NotNull @DefaultValue("2GB") DataSize warnBelow) {}
}
