package vn.chitra.hub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;

/**
 * An interface of the hub has two implementations (a test's or simulator's counts), or lambdas implement it, or it turns a dependency
 * round: its implementation stands in another module, or in a package of a technology. Any other interface is only a longer way.
 */
final class InterfaceTests {

  private static final String HUB = "vn.chitra.hub.";
  private static final Set<String> TECHNOLOGIES = Set.of("camel", "jms", "smtp", "web");

  @Test
  void everyInterfaceHasTwoImplementationsOrTurnsADependencyRound() {
    JavaClasses hub = new ClassFileImporter().importPackages(HUB.substring(0, HUB.length() - 1));
    assertThat(needless(hub)).as("the planted one only").containsExactly(Planted.class.getName());
  }

  @Test
  void anInterfaceBesideItsOnlyImplementationIsFound() {
    JavaClasses planted = new ClassFileImporter().importClasses(Planted.class, OnlyOne.class, Pair.class, First.class, Second.class);
    assertThat(needless(planted)).containsExactly(Planted.class.getName());
  }

  private static Set<String> needless(JavaClasses classes) {
    return classes.stream()
        .filter(type -> type.isInterface() && !type.isAnnotation() && !type.getSimpleName().equals("package-info") && isOurs(type))
        .filter(type -> !type.isAnnotatedWith(FunctionalInterface.class) && !type.isAssignableTo(Repository.class))
        .filter(type -> !isNeeded(type)).map(JavaClass::getName).collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOurs(JavaClass type) {
    return type.getSource().map(source -> !source.getUri().getPath().contains("/test-classes/")).orElse(false)
        || type.getName().startsWith(InterfaceTests.class.getName());
  }

  private static boolean isNeeded(JavaClass type) {
    List<JavaClass> implementations = type.getAllSubclasses().stream().filter(one -> !one.isInterface()).toList();
    return implementations.size() > 1 || implementations.stream().anyMatch(one -> turnsRound(type, one));
  }

  private static boolean turnsRound(JavaClass type, JavaClass implementation) {
    String own = implementation.getPackageName();
    return !module(type).equals(module(implementation)) || !own.equals(type.getPackageName())
        && TECHNOLOGIES.contains(own.substring(own.lastIndexOf('.') + 1));
  }

  private static String module(JavaClass type) {
    String rest = type.getName().substring(HUB.length());
    String[] parts = rest.split("\\.");
    return parts[0].equals("channel") ? parts[0] + "." + parts[1] : parts[0];
  }

  /** A port with one adapter beside it. */
  private interface Planted {}

  private static final class OnlyOne implements Planted {}

  private interface Pair {}

  private static final class First implements Pair {}

  private static final class Second implements Pair {}
}
