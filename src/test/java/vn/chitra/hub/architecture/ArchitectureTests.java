package vn.chitra.hub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Holds the layers of the modules; {@link PlantedViolationTests} proves that each rule bites. */
@AnalyzeClasses(packages = "vn.chitra.hub", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTests {

  @ArchTest
  static final ArchRule everyModuleHasALayer = ArchitectureRules.EVERY_MODULE_HAS_A_LAYER;

  @ArchTest
  static final ArchRule modulesUseLowerLayersOnly = ArchitectureRules.MODULES_USE_LOWER_LAYERS_ONLY;

  @ArchTest
  static final ArchRule noCyclesBetweenModules = ArchitectureRules.NO_CYCLES_BETWEEN_MODULES;

  @ArchTest
  static final ArchRule noCyclesBetweenPackages = ArchitectureRules.NO_CYCLES_BETWEEN_PACKAGES;

  @ArchTest
  static final ArchRule aKindOfPartnerKnowsNoOther = ArchitectureRules.A_KIND_OF_PARTNER_KNOWS_NO_OTHER;

  @ArchTest
  static final ArchRule camelInCamelPackagesOnly = ArchitectureRules.CAMEL_IN_CAMEL_PACKAGES_ONLY;

  @ArchTest
  static final ArchRule timeComesFromAClock = ArchitectureRules.TIME_COMES_FROM_A_CLOCK;

  @ArchTest
  static final ArchRule noFloatingPoint = ArchitectureRules.NO_FLOATING_POINT;

  @ArchTest
  static final ArchRule entitiesHaveNoSetters = ArchitectureRules.ENTITIES_HAVE_NO_SETTERS;

  @ArchTest
  static final ArchRule everyPackageIsNullMarked = ArchitectureRules.EVERY_PACKAGE_IS_NULL_MARKED;

  @ArchTest
  static final ArchRule noValueAnnotation = ArchitectureRules.NO_VALUE_ANNOTATION;

  @ArchTest
  static final ArchRule noStandardStreams = ArchitectureRules.NO_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule noEmptyNames = ArchitectureRules.NO_EMPTY_NAMES;

  private static final Path SOURCES = Path.of("src/main/java");

  /** A module may be unbuilt; one that has a folder has classes, else the rules above would hold nothing there. */
  @ArchTest
  static void everyModuleThatHasAFolderHasClasses(JavaClasses classes) {
    List<String> modules = Layers.ALL.stream().flatMap(layer -> layer.stream())
        .filter(module -> Files.isDirectory(SOURCES.resolve("vn/chitra/hub").resolve(module))).toList();

    assertThat(modules).contains("support", "payout");
    assertThat(modules).allSatisfy(module -> assertThat(classes.that(Layers.inModule(module))).as(module).isNotEmpty());
  }

  @ArchTest
  static void noSourceNamesFloatingPoint(JavaClasses classes) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();

      assertThat(sources).isNotEmpty();
      assertThat(sources).allSatisfy(source ->
          assertThat(SourceText.linesWithFloatingPoint(Files.readString(source))).as("lines of %s", source).isEmpty());
    }
  }
}
