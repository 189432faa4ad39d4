package vn.chitra.hub.reconciliation.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes the report as one self-contained HTML page, for the screen and for A4 landscape. Every text is escaped. */
final class HtmlReport {

  private static final String TEMPLATE = "settlement-report/page.html";

  private final TemplateEngine engine = new TemplateEngine();

  HtmlReport() {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(HtmlReport.class.getClassLoader());
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    engine.setTemplateResolver(resolver);
  }

  /** Leaves the stream open; UTF-8. */
  void write(ReportPage page, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    engine.process(TEMPLATE, new Context(Locale.ROOT, Map.of("page", page)), writer);
    writer.flush();
  }
}
