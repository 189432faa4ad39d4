package vn.chitra.hub.demo;

import java.io.IOException;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Excludes test configurations beside the demo from the hub's component scan: the hub runs as in production. */
final class ProductionClassesOnly extends TypeExcludeFilter {

  private final String testClasses = ProductionClassesOnly.class.getProtectionDomain().getCodeSource().getLocation().toString();

  @Override
  public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
    return reader.getResource().getURL().toString().startsWith(testClasses);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProductionClassesOnly;
  }

  @Override
  public int hashCode() {
    return ProductionClassesOnly.class.hashCode();
  }
}
