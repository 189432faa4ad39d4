package vn.chitra.hub.alert;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the mail templates {@code mail/<name>.html} and {@code mail/<name>.txt}; HTML escapes every value. */
@Component
class Templates {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

  private final TemplateEngine engine = new TemplateEngine();

  Templates() {
    engine.addTemplateResolver(resolver(TemplateMode.HTML, ".html"));
    engine.addTemplateResolver(resolver(TemplateMode.TEXT, ".txt"));
  }

  String html(String name, Map<String, Object> values) {
    return engine.process(name + ".html", new Context(VIETNAMESE, values));
  }

  String plain(String name, Map<String, Object> values) {
    return engine.process(name + ".txt", new Context(VIETNAMESE, values));
  }

  private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String suffix) {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
    resolver.setPrefix("mail/");
    resolver.setResolvablePatterns(Set.of("*" + suffix));
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return resolver;
  }
}
