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

/** Holds the house of DESIGN.md, "Houses and rooms"; {@link PlantedViolationTests} proves that each rule bites. */
@AnalyzeClasses(packages = "vn.chitra.hub", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTests {

  @ArchTest
  static final ArchRule everyRoomIsInThePlan = HouseRules.EVERY_ROOM_IS_IN_THE_PLAN;

  @ArchTest
  static final ArchRule roomsUseLowerFloorsOnly = HouseRules.ROOMS_USE_LOWER_FLOORS_ONLY;

  @ArchTest
  static final ArchRule noCyclesBetweenRooms = HouseRules.NO_CYCLES_BETWEEN_ROOMS;

  @ArchTest
  static final ArchRule camelInCamelPackagesOnly = HouseRules.CAMEL_IN_CAMEL_PACKAGES_ONLY;

  @ArchTest
  static final ArchRule timeComesFromAClock = HouseRules.TIME_COMES_FROM_A_CLOCK;

  @ArchTest
  static final ArchRule noFloatingPoint = HouseRules.NO_FLOATING_POINT;

  @ArchTest
  static final ArchRule entitiesHaveNoSetters = HouseRules.ENTITIES_HAVE_NO_SETTERS;

  @ArchTest
  static final ArchRule everyPackageIsNullMarked = HouseRules.EVERY_PACKAGE_IS_NULL_MARKED;

  @ArchTest
  static final ArchRule noValueAnnotation = HouseRules.NO_VALUE_ANNOTATION;

  @ArchTest
  static final ArchRule noStandardStreams = HouseRules.NO_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule noEmptyNames = HouseRules.NO_EMPTY_NAMES;

  private static final Path SOURCES = Path.of("src/main/java");

  /** A room may be unbuilt; one that has a folder has classes, else the rules above would hold nothing there. */
  @ArchTest
  static void everyRoomThatHasAFolderHasClasses(JavaClasses house) {
    List<String> rooms = House.FLOORS.stream().flatMap(floor -> floor.stream())
        .filter(room -> Files.isDirectory(SOURCES.resolve("vn/chitra/hub").resolve(room))).toList();

    assertThat(rooms).contains("support", "payout");
    assertThat(rooms).allSatisfy(room -> assertThat(house.that(House.inRoom(room))).as(room).isNotEmpty());
  }

  @ArchTest
  static void noSourceNamesFloatingPoint(JavaClasses house) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();

      assertThat(sources).isNotEmpty();
      assertThat(sources).allSatisfy(source ->
          assertThat(SourceText.linesWithFloatingPoint(Files.readString(source))).as("lines of %s", source).isEmpty());
    }
  }
}
