package vn.chitra.hub.config.camel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ModelToXMLDumper;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.PluginHelper;
import org.springframework.stereotype.Component;

/**
 * Gives each step of a dumped route its description as its note too: Hawtio's route diagram draws the dump and shows notes, no
 * descriptions, and Camel's dump leaves notes out.
 */
@Component
class DescriptionNotes implements CamelContextConfiguration {

  private static final Pattern DESCRIPTION = Pattern.compile(" description=(\"[^\"]*\")");

  @Override
  public void beforeApplicationStart(CamelContext camel) {
    ModelToXMLDumper plain = PluginHelper.getModelToXMLDumper(camel.getCamelContextExtension());
    camel.getCamelContextExtension().addContextPlugin(ModelToXMLDumper.class, withNotes(plain));
  }

  @Override
  public void afterApplicationStart(CamelContext camel) {
    // dumps are asked for later
  }

  private static ModelToXMLDumper withNotes(ModelToXMLDumper plain) {
    return (ModelToXMLDumper) Proxy.newProxyInstance(DescriptionNotes.class.getClassLoader(), new Class<?>[] {ModelToXMLDumper.class},
        (proxy, method, arguments) -> {
          try {
            Object dumped = method.invoke(plain, arguments);
            return dumped instanceof String xml ? DESCRIPTION.matcher(xml).replaceAll("$0 note=$1") : dumped;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
