package vn.chitra.hub.operations.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the broker's own console at {@code /artemis/}: its static files, and one path to Jolokia, where the caller's role decides as
 * everywhere. It has no login of its own; its questions about logins are answered from the login of the hub's console.
 */
@Controller
@ConditionalOnWebApplication
class BrokerConsole implements WebMvcConfigurer {

  private static final String FILES = "artemis-console/";
  private static final String JOLOKIA = "forward:/actuator/jolokia/";

  private final String page;

  BrokerConsole() throws IOException {
    this.page = WayBack.on(new ClassPathResource(FILES + "index.html").getContentAsString(StandardCharsets.UTF_8)
        .replaceFirst("<base href=\"[^\"]*\"/>", "<base href=\"/artemis/\"/>"));
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler("/artemis/**").addResourceLocations("classpath:/" + FILES);
  }

  /** The page itself, and every address within it: the page resolves them itself. */
  @GetMapping(path = {"/artemis", "/artemis/", "/artemis/{view:artemis[A-Za-z-]*|jmx|preferences|help}/**",
      "/artemis/{view:artemis[A-Za-z-]*|jmx|preferences|help}"}, produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
  @ResponseBody
  String page() {
    return page;
  }

  @PostMapping({"/artemis/jolokia", "/artemis/jolokia/"})
  String call() {
    return JOLOKIA;
  }

  /** Answers only that Jolokia is there: a link changes nothing. */
  @GetMapping({"/artemis/jolokia", "/artemis/jolokia/"})
  String look(HttpServletRequest request) {
    if (request.getParameter("p") != null) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    return JOLOKIA;
  }

  @GetMapping(path = "/artemis/user", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String user(HttpServletRequest request) {
    return "\"" + request.getRemoteUser().replaceAll("[\\\\\"\\p{Cntrl}]", "") + "\"";
  }

  @GetMapping("/artemis/auth/config/login")
  @ResponseBody
  List<String> loginMethods() {
    return List.of();
  }

  @GetMapping({"/artemis/keycloak/enabled", "/artemis/proxy/enabled"})
  @ResponseBody
  boolean notUsed() {
    return false;
  }

  @GetMapping("/artemis/plugin")
  @ResponseBody
  List<Map<String, String>> plugins() {
    return List.of();
  }
}
