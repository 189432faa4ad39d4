package vn.chitra.hub.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The modules, layer by layer: a module may use the layers below its own and nothing beside or above.
 * So leaves use support only, payout uses leaves and support, a later stage may use an earlier one and never the other way, and nobody
 * uses the modules of persons and wiring but those above them. The kinds of partners ({@code channel}) stand above the stages whose
 * interfaces they implement, so that no stage knows a kind. A class directly in the root may use all.
 */
final class Layers {

  static final List<Set<String>> ALL = List.of(
      Set.of("support"),
      Set.of("cases", "partner", "archive", "audit", "outbox"),
      Set.of("payout"),
      Set.of("payroll"),
      Set.of("welfare"),
      Set.of("batch"),
      Set.of("dryrun"),
      Set.of("inbound"),
      Set.of("reconciliation"),
      Set.of("channel"),
      Set.of("account"),
      Set.of("repair"),
      Set.of("alert"),
      Set.of("operations"),
      Set.of("console"),
      Set.of("config"));

  static final String ROOT = "";

  /** The hub itself, and the planted one that proves that the rules bite (outside of what Spring scans). */
  private static final Pattern HUB_PACKAGE = Pattern.compile("vn\\.chitra\\.(?:planted\\.)?hub(?:\\.([a-z]+)(?:\\..+)?)?");

  /** Under channel: what several kinds of partners share. The others are one package a kind. */
  static final Set<String> SHARED_BY_CHANNELS = Set.of("bankfile", "cash");

  private static final Pattern CHANNEL_PACKAGE = Pattern.compile("vn\\.chitra\\.(?:planted\\.)?hub\\.channel\\.([a-z0-9]+)(?:\\..+)?");

  private Layers() {}

  /** The kind of partner, or what kinds share; empty for a class outside of channel. */
  static Optional<String> channel(JavaClass any) {
    Matcher matcher = CHANNEL_PACKAGE.matcher(any.getBaseComponentType().getPackageName());
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The module that a class stands in; empty for a class of somebody else. */
  static Optional<String> module(JavaClass any) {
    Matcher matcher = HUB_PACKAGE.matcher(any.getBaseComponentType().getPackageName());
    return matcher.matches() ? Optional.of(Optional.ofNullable(matcher.group(1)).orElse(ROOT)) : Optional.empty();
  }

  /** From 0, the ground; the root is above all, a module without a layer is nowhere. */
  static Optional<Integer> layer(String module) {
    if (module.equals(ROOT)) {
      return Optional.of(ALL.size());
    }
    return ALL.stream().filter(layer -> layer.contains(module)).findFirst().map(ALL::indexOf);
  }

  static DescribedPredicate<JavaClass> inModule(String module) {
    return DescribedPredicate.describe("stand in " + module, any -> module(any).filter(module::equals).isPresent());
  }
}
