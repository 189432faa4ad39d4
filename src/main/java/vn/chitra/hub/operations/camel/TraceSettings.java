package vn.chitra.hub.operations.camel;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Traces of what the routes do, sent to a collector of OpenTelemetry.
 *
 * @param endpoint address of the collector for OTLP by HTTP, {@code http://…/v1/traces}; null: no trace is made
 * @param sampled the part of all traces that is sent, from 0 to 1
 */
@ConfigurationProperties("hub.traces")
public record TraceSettings(@Nullable String endpoint, BigDecimal sampled) {

  public TraceSettings(@Nullable String endpoint, @Nullable BigDecimal sampled) {
    this.endpoint = endpoint == null || endpoint.isBlank() ? null : endpoint;
    this.sampled = sampled == null ? BigDecimal.ONE : sampled;
  }
}
