package vn.chitra.hub.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same rules, held against the classes planted in {@code vn.chitra.planted.hub}: each must name its violators and nobody else. */
final class PlantedViolationTests {

  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("vn.chitra.planted.hub");
  private static final JavaClasses NOBODY = new ClassFileImporter().importPackages("vn.chitra.planted.nobody");

  static Stream<Arguments> rulesAndTheirViolators() {
    return Stream.of(
        arguments(ArchitectureRules.EVERY_MODULE_HAS_A_LAYER, Set.of("NotInThePlan", "package-info")),
        arguments(ArchitectureRules.MODULES_USE_LOWER_LAYERS_ONLY,
            Set.of("LeafUsesLeaf", "CoreUsesStage", "EarlierUsesLater", "UsesOperations", "UsesConfig")),
        arguments(ArchitectureRules.A_KIND_OF_PARTNER_KNOWS_NO_OTHER, Set.of("KnowsAnotherKind")),
        arguments(ArchitectureRules.CAMEL_IN_CAMEL_PACKAGES_ONLY, Set.of("TouchesCamel")),
        arguments(ArchitectureRules.TIME_COMES_FROM_A_CLOCK, Set.of("AsksTheWallClock", "MakesAClock", "CountsMillis", "KnowsOldDates")),
        arguments(ArchitectureRules.NO_FLOATING_POINT, Set.of("FloatingAmount", "FloatingArray", "FloatingPassingBy")),
        arguments(ArchitectureRules.ENTITIES_HAVE_NO_SETTERS, Set.of("EntityWithSetter", "EmbeddableWithSetter")),
        arguments(ArchitectureRules.EVERY_PACKAGE_IS_NULL_MARKED, Set.of("InAnUnmarkedPackage")),
        arguments(ArchitectureRules.NO_VALUE_ANNOTATION, Set.of("ReadsOneValue", "IsHandedOneValue")),
        arguments(ArchitectureRules.NO_STANDARD_STREAMS, Set.of("Prints")),
        arguments(ArchitectureRules.NO_EMPTY_NAMES, Set.of("PayoutManager")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rulesAndTheirViolators")
  void aRuleNamesItsViolatorsAndNobodyElse(ArchRule rule, Set<String> violators) {
    assertThat(violators(rule)).isEqualTo(violators);
  }

  @Test
  void aCycleBetweenTwoModulesIsFound() {
    List<String> found = ArchitectureRules.NO_CYCLES_BETWEEN_MODULES.evaluate(PLANTED).getFailureReport().getDetails();

    assertThat(found).anySatisfy(cycle -> assertThat(cycle).contains("EarlierUsesLater", "Late"));
  }

  @Test
  void aCycleBetweenTwoPackagesOfOneModuleIsFound() {
    List<String> found = ArchitectureRules.NO_CYCLES_BETWEEN_PACKAGES.evaluate(PLANTED).getFailureReport().getDetails();

    assertThat(found).anySatisfy(cycle -> assertThat(cycle).contains("AboveItsPart", "PartOfIt"));
    assertThat(ArchitectureRules.NO_CYCLES_BETWEEN_MODULES.evaluate(PLANTED).getFailureReport().getDetails())
        .noneSatisfy(cycle -> assertThat(cycle).contains("AboveItsPart"));
  }

  @Test
  void everyWayToReadTheWallClockIsFound() {
    List<String> found = ArchitectureRules.TIME_COMES_FROM_A_CLOCK.evaluate(PLANTED).getFailureReport().getDetails();

    assertThat(found).anySatisfy(one -> assertThat(one).contains("LocalDate.now()"));
    assertThat(found).anySatisfy(one -> assertThat(one).contains("LocalDate.now(java.time.ZoneId)"));
    assertThat(found).anySatisfy(one -> assertThat(one).contains("references").contains("Instant.now()"));
  }

  static Stream<ArchRule> rulesThatMustMatch() {
    return Stream.concat(rulesAndTheirViolators().map(one -> (ArchRule) one.get()[0]),
        Stream.of(ArchitectureRules.NO_CYCLES_BETWEEN_MODULES, ArchitectureRules.NO_CYCLES_BETWEEN_PACKAGES))
        .filter(rule -> rule != ArchitectureRules.ENTITIES_HAVE_NO_SETTERS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rulesThatMustMatch")
  void aRuleThatMatchesNoClassIsNoticed(ArchRule rule) {
    assertThatThrownBy(() -> rule.check(NOBODY)).isInstanceOf(AssertionError.class);
  }

  @Test
  void aFloatingLocalVariableIsFoundInTheSource() {
    String source = """
        /** A double in a comment. */
        long half(long dong) { // float
          String said = "double \\" double";
          double half = dong * 0.5;
          long third = dong / 3;
          var part = 1.5;
          return (long) half;
        }
        """;

    assertThat(SourceText.linesWithFloatingPoint(source)).containsExactly(4, 6);
  }

  private static Set<String> violators(ArchRule rule) {
    Set<String> culprits = rule.evaluate(PLANTED).getFailureReport().getDetails().stream()
        .map(PlantedViolationTests::culprit).collect(Collectors.toSet());
    return PLANTED.stream()
        .filter(one -> culprits.stream().anyMatch(culprit -> (culprit + ".").startsWith(one.getName() + ".")))
        .map(JavaClass::getSimpleName).collect(Collectors.toSet());
  }

  /** A detail says who does what to whom: the first class or member of the planted classes in it is the one who does. */
  private static String culprit(String detail) {
    return detail.substring(detail.indexOf("vn.chitra.planted.hub")).split("[^\\w.$-]", 2)[0];
  }
}
