package vn.chitra.hub.routes;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The beans that the code declares by {@code @Component} (and its kin) or {@code @Bean}, by the names that Spring gives them.
 *
 * @param byName what a bean of that name is, as declared
 */
record NamedBeans(Map<String, JavaClass> byName) {

  /** Beans of Spring's or Camel's own that routes may name. */
  private static final List<String> OF_THE_FRAMEWORKS = List.of("PROPAGATION_REQUIRED", "PROPAGATION_REQUIRES_NEW");

  static NamedBeans in(String packageName) {
    JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(packageName);
    return among(classes);
  }

  static NamedBeans among(Collection<JavaClass> classes) {
    Map<String, JavaClass> found = new HashMap<>();
    for (JavaClass one : classes) {
      if (one.isMetaAnnotatedWith(Component.class) && !one.isAnnotation()) {
        found.put(nameOf(one), one);
      }
      one.getMethods().stream().filter(method -> method.isAnnotatedWith(Bean.class))
          .forEach(method -> namesOf(method).forEach(name -> found.put(name, method.getRawReturnType())));
    }
    return new NamedBeans(Map.copyOf(found));
  }

  boolean has(String name) {
    return OF_THE_FRAMEWORKS.contains(name) || byName.containsKey(name);
  }

  /** How many public methods of that name the bean has; empty when the bean is not of the code. */
  Optional<Long> methods(String bean, String method) {
    return Optional.ofNullable(byName.get(bean)).map(type -> type.getAllMethods().stream()
        .filter(one -> one.getName().equals(method) && one.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(one -> !one.getModifiers().contains(JavaModifier.BRIDGE))
        .map(JavaMethod::getRawParameterTypes).map(types -> types.stream().map(JavaClass::getName).toList())
        .distinct().count());
  }

  private static String nameOf(JavaClass one) {
    return one.getAnnotations().stream()
        .filter(annotation -> annotation.getRawType().isEquivalentTo(Component.class)
            || annotation.getRawType().isMetaAnnotatedWith(Component.class))
        .flatMap(annotation -> text(annotation, "value")).findFirst()
        .orElseGet(() -> StringUtils.uncapitalizeAsProperty(one.getSimpleName()));
  }

  private static List<String> namesOf(JavaMethod method) {
    JavaAnnotation<JavaMethod> bean = method.getAnnotationOfType(Bean.class.getName());
    List<String> names = Stream.of("name", "value").flatMap(key -> text(bean, key)).toList();
    return names.isEmpty() ? List.of(method.getName()) : names;
  }

  private static Stream<String> text(JavaAnnotation<?> annotation, String key) {
    Object value = annotation.get(key).orElse("");
    Stream<?> all = value instanceof Object[] many ? Stream.of(many) : Stream.of(value);
    return all.map(Object::toString).filter(StringUtils::hasText);
  }
}
