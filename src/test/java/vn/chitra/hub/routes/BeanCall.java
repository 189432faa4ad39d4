package vn.chitra.hub.routes;

import java.util.Set;
import java.util.stream.Stream;
import vn.chitra.hub.routes.RouteFile.Scalar;

/**
 * A bean that a route names.
 *
 * @param method empty where none is named, or where it comes from a placeholder
 */
record BeanCall(Scalar where, String bean, String method) {

  private static final Set<String> STEPS = Set.of("bean", "method", "process", "transacted", "policy");
  private static final Set<String> BEAN_PARAMETERS = Set.of("aggregationStrategy", "idempotentRepository", "errorHandlerRef",
      "transactedPolicyRef", "redeliveryPolicyRef", "retryWhileRef", "onRedeliveryRef", "onPrepareFailureRef", "onExceptionOccurredRef",
      "executorService", "routePolicy", "onPrepare", "aggregationRepository", "claimCheckRepository");

  static Stream<BeanCall> in(RouteCatalogue catalogue) {
    return catalogue.scalars().filter(one -> !one.key().equals("description")).flatMap(one -> of(catalogue, one));
  }

  private static Stream<BeanCall> of(RouteCatalogue catalogue, Scalar one) {
    String text = catalogue.resolved(one.text());
    if (one.key().equals("ref") && one.keys().size() > 1 && STEPS.contains(one.keys().get(one.keys().size() - 2))) {
      return Stream.of(new BeanCall(one, text, methodName(catalogue, one.parent().path("method").asText())));
    }
    if (text.startsWith("bean:")) {
      String parameter = one.parent().path("parameters").path("method").asText();
      String inAddress = text.contains("method=") ? text.replaceFirst("^.*[?&]method=([^&]*).*$", "$1") : parameter;
      String bean = text.replaceFirst("^bean:(//)?", "").replaceFirst("\\?.*$", "");
      return Stream.of(new BeanCall(one, bean, methodName(catalogue, inAddress)));
    }
    if (text.equals("bean") && one.key().equals("uri")) {
      var parameters = one.parent().path("parameters");
      return Stream.of(new BeanCall(one, parameters.path("beanName").asText(), methodName(catalogue, parameters.path("method").asText())));
    }
    if (text.startsWith("#") && !text.matches("#(class|type|property|valueAs|autowired):?.*")) {
      return Stream.of(new BeanCall(one, text.replaceFirst("^#(bean:)?", ""), ""));
    }
    return BEAN_PARAMETERS.contains(one.key()) ? Stream.of(new BeanCall(one, text, "")) : Stream.empty();
  }

  private static String methodName(RouteCatalogue catalogue, String method) {
    return catalogue.resolved(method).replaceFirst("\\(.*$", "");
  }
}
