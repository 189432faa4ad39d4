package vn.chitra.hub.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Conditions that ArchUnit does not offer: each is a function from a class to its violations. */
final class Conditions {

  private static final Set<String> FLOATING_POINT = Set.of("float", "double", "java.lang.Float", "java.lang.Double");

  private Conditions() {}

  static ArchCondition<JavaClass> standInAModuleWithALayer() {
    return condition("stand in a module with a layer", one -> Layers.module(one).flatMap(Layers::layer).isPresent()
        ? Stream.empty()
        : Stream.of(one.getName() + " stands in a module without a layer"));
  }

  static ArchCondition<JavaClass> useLowerLayersOnly() {
    return condition("use lower layers only", one -> one.getDirectDependenciesFromSelf().stream()
        .filter(Conditions::goesUpOrAside)
        .map(Dependency::getDescription));
  }

  private static boolean goesUpOrAside(Dependency dependency) {
    Optional<String> from = Layers.module(dependency.getOriginClass());
    Optional<String> to = Layers.module(dependency.getTargetClass());
    if (to.isEmpty() || from.equals(to)) {
      return false;
    }
    Optional<Integer> own = from.flatMap(Layers::layer);
    Optional<Integer> used = to.flatMap(Layers::layer);
    return own.isPresent() && used.isPresent() && used.get() >= own.get();
  }

  static ArchCondition<JavaClass> knowNoOtherKindOfPartner() {
    return condition("know no other kind of partner", one -> one.getDirectDependenciesFromSelf().stream()
        .filter(Conditions::goesToAnotherKind)
        .map(Dependency::getDescription));
  }

  private static boolean goesToAnotherKind(Dependency dependency) {
    Optional<String> from = Layers.channel(dependency.getOriginClass());
    Optional<String> to = Layers.channel(dependency.getTargetClass());
    return from.isPresent() && to.isPresent() && !from.equals(to) && !Layers.SHARED_BY_CHANNELS.contains(to.get());
  }

  /** Local variables leave no trace in the bytecode: {@link SourceText} finds those. */
  static ArchCondition<JavaClass> holdNoFloatingPoint() {
    return condition("hold no floating point", one -> Stream.of(
        one.getFields().stream().filter(field -> isFloatingPoint(field.getRawType())).map(JavaMember::getDescription),
        one.getCodeUnits().stream().filter(unit -> isFloatingPoint(unit.getRawReturnType())
            || unit.getRawParameterTypes().stream().anyMatch(Conditions::isFloatingPoint)).map(JavaMember::getDescription),
        one.getCodeUnitAccessesFromSelf().stream()
            .filter(access -> isFloatingPoint(access.getTarget().getRawReturnType()) || isFloatingPoint(access.getTargetOwner()))
            .map(access -> access.getDescription()))
        .flatMap(Function.identity()));
  }

  private static boolean isFloatingPoint(JavaClass type) {
    return FLOATING_POINT.contains(type.getBaseComponentType().getName());
  }

  static ArchCondition<JavaClass> haveNoSetters() {
    return condition("have no setters", one -> one.getMethods().stream()
        .filter(method -> method.getName().matches("set\\p{Lu}.*") && method.getRawParameterTypes().size() == 1)
        .map(JavaMethod::getDescription));
  }

  static ArchCondition<JavaClass> standInAPackageAnnotatedWith(Class<? extends Annotation> annotation) {
    return condition("stand in a package annotated with @" + annotation.getSimpleName(), one -> one.getPackage().isAnnotatedWith(annotation)
        ? Stream.empty()
        : Stream.of(one.getName() + " stands in a package without @" + annotation.getSimpleName()));
  }

  private static ArchCondition<JavaClass> condition(String text, Function<JavaClass, Stream<String>> violations) {
    return new ArchCondition<>(text) {
      @Override
      public void check(JavaClass one, ConditionEvents events) {
        violations.apply(one).forEach(message -> events.add(SimpleConditionEvent.violated(one, message)));
      }
    };
  }
}
