package vn.chitra.hub.operations.camel;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Spans of routes and endpoints, sent to a collector in the background. A collector that is away loses spans and holds up nothing. Without
 * {@code hub.traces.endpoint} nothing of this exists.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hub.traces.endpoint")
class Traces {

  private static final String HUB = "chitra-hub";
  private static final Duration COLLECTOR_TIMEOUT = Duration.ofSeconds(5);

  @Bean(destroyMethod = "close")
  OpenTelemetrySdk openTelemetry(TraceSettings settings, Environment environment) {
    SdkTracerProvider spans = SdkTracerProvider.builder()
        .setResource(Resource.getDefault().merge(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), HUB,
            AttributeKey.stringKey("service.version"), environment.getProperty("spring.application.version", "?")))))
        .setSampler(Sampler.parentBased(Sampler.alwaysOn()))
        .addSpanProcessor(BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder().setEndpoint(Objects.requireNonNull(settings.endpoint()))
            .setTimeout(COLLECTOR_TIMEOUT).build()).build())
        .build();
    return OpenTelemetrySdk.builder().setTracerProvider(spans)
        .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance())).build();
  }

  /** Camel finds this and the next by their types. */
  @Bean
  Tracer tracer(OpenTelemetry openTelemetry) {
    return openTelemetry.getTracer(HUB);
  }

  @Bean
  ContextPropagators propagators(OpenTelemetry openTelemetry) {
    return openTelemetry.getPropagators();
  }

  @Bean
  CamelContextConfiguration traced() {
    return new CamelContextConfiguration() {
      @Override
      public void beforeApplicationStart(CamelContext camel) {
        new OpenTelemetryTracer().init(camel);
      }

      @Override
      public void afterApplicationStart(CamelContext camel) {
        // nothing: the tracer starts with Camel
      }
    };
  }
}
