package vn.chitra.hub.operations.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Serves Hawtio's page with a way back to the hub's console. Hawtio's endpoint forwards here, and its filter sets the base address. */
@Controller
@ConditionalOnWebApplication
class HawtioPage {

  private final String page;

  HawtioPage() throws IOException {
    this.page = WayBack.on(new ClassPathResource("hawtio-static/index.html").getContentAsString(StandardCharsets.UTF_8));
  }

  @GetMapping(path = "/actuator/hawtio/index.html", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
  @ResponseBody
  String page() {
    return page;
  }
}
