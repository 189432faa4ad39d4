package vn.chitra.hub.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Value;

/** The rules of the architecture; each fails when it matches no class at all, but for the one about entities. */
final class ArchitectureRules {

  static final ArchRule EVERY_MODULE_HAS_A_LAYER = classes().should(Conditions.standInAModuleWithALayer());

  static final ArchRule MODULES_USE_LOWER_LAYERS_ONLY = classes().should(Conditions.useLowerLayersOnly());

  static final ArchRule NO_CYCLES_BETWEEN_MODULES = slices().assignedFrom(new Modules()).should().beFreeOfCycles();

  /** By package: two packages of one module that use each other are a cycle too. */
  static final ArchRule NO_CYCLES_BETWEEN_PACKAGES = slices().assignedFrom(new Packages()).should().beFreeOfCycles();

  static final ArchRule A_KIND_OF_PARTNER_KNOWS_NO_OTHER = classes().should(Conditions.knowNoOtherKindOfPartner());

  static final ArchRule CAMEL_IN_CAMEL_PACKAGES_ONLY = noClasses().that().resideOutsideOfPackage("..camel..")
      .should().dependOnClassesThat().resideInAPackage("org.apache.camel..");

  /** Wiring alone may make a clock; whoever needs technical time is handed a second one. */
  static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses().should().accessTargetWhere(new ReadsTheWallClock());

  static final ArchRule NO_FLOATING_POINT = classes().should(Conditions.holdNoFloatingPoint());

  /** May match nothing as long as there is no entity. */
  static final ArchRule ENTITIES_HAVE_NO_SETTERS = classes()
      .that().areAnnotatedWith(Entity.class).or().areAnnotatedWith(Embeddable.class).or().areAnnotatedWith(MappedSuperclass.class)
      .should(Conditions.haveNoSetters()).allowEmptyShould(true);

  static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes().should(Conditions.standInAPackageAnnotatedWith(NullMarked.class));

  static final ArchRule NO_VALUE_ANNOTATION = noClasses().should().dependOnClassesThat().belongToAnyOf(Value.class);

  static final ArchRule NO_STANDARD_STREAMS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  static final ArchRule NO_EMPTY_NAMES = noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|DTO|Dto)");

  private ArchitectureRules() {}

  /** One slice a module; what is not ours belongs to none. */
  private static final class Modules implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass any) {
      return Layers.module(any).map(SliceIdentifier::of).orElseGet(SliceIdentifier::ignore);
    }

    @Override
    public String getDescription() {
      return "modules";
    }
  }

  private static final class Packages implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass any) {
      return Layers.module(any).isPresent() ? SliceIdentifier.of(any.getBaseComponentType().getPackageName()) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }

  private static final class ReadsTheWallClock extends DescribedPredicate<JavaAccess<?>> {

    private static final Set<String> SYSTEM_CLOCKS = Set.of("systemUTC", "systemDefaultZone", "system",
        "tickMillis", "tickSeconds", "tickMinutes");

    /** A foreign API may ask for one made from an instant; one made from nothing is the wall clock's. */
    private static final Set<String> OLD_DATES = Set.of(Date.class.getName(), Calendar.class.getName(), GregorianCalendar.class.getName());

    ReadsTheWallClock() {
      super("it is the wall clock's time");
    }

    @Override
    public boolean test(JavaAccess<?> access) {
      String owner = access.getTargetOwner().getName();
      String name = access.getTarget().getName();
      boolean ofSystem = owner.equals(System.class.getName()) && name.equals("currentTimeMillis");
      boolean ofOldDates = OLD_DATES.contains(owner) && (name.equals("getInstance") || name.equals("<init>")) && takesNothing(access);
      boolean ofClock = owner.equals(Clock.class.getName()) && SYSTEM_CLOCKS.contains(name)
          && Layers.module(access.getOriginOwner()).filter("config"::equals).isEmpty();
      return ofSystem || ofOldDates || ofClock || owner.startsWith("java.time.") && name.equals("now") && !takesAClock(access);
    }

    private static boolean takesNothing(JavaAccess<?> access) {
      return access.getTarget() instanceof CodeUnitAccessTarget target && target.getRawParameterTypes().isEmpty();
    }

    private static boolean takesAClock(JavaAccess<?> access) {
      return access.getTarget() instanceof CodeUnitAccessTarget target
          && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }
  }
}
