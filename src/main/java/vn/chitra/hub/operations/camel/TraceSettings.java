package vn.chitra.hub.operations.camel;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Traces of what the routes do, sent to a collector of OpenTelemetry.
 *
 * @param endpoint address of the collector for OTLP by HTTP, {@code http://…/v1/traces}; null: no trace is made
 */
@ConfigurationProperties("hub.traces")
public record TraceSettings(@Nullable String endpoint) {

  public TraceSettings {
    endpoint = endpoint == null || endpoint.isBlank() ? null : endpoint;
  }
}
