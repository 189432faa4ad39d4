package vn.chitra.hub.console;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.query.Names;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.operations.query.StateNames;
import vn.chitra.hub.operations.query.Texts;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler.Preview;
import vn.chitra.hub.repair.Selection;
import vn.chitra.hub.support.Word;

/** The texts about actions of persons: effects, and previews and outcomes without codes. */
@Component
class ActionWords {

  private static final Pattern DONG = Pattern.compile("(?<![\\d.,])(\\d{4,18}) (?:đồng|dong)");
  private static final Pattern STATE = Pattern.compile("(?:trạng thái|state) ([A-Z_]+)");
  private static final Pattern PAYMENT_STATE = Pattern.compile("\\(([A-Z_]+)\\)");
  private static final Pattern END_STATE = Pattern.compile("→ ([A-Z_]+)");
  private static final Pattern PARTNER = Pattern.compile("(?<![\\p{L}\\p{N}])(qua|đối tác|through|partner) ([a-z][a-z0-9-]*)(?=[. ])");

  private static final String PROPOSED = "PROPOSE_";
  private static final String REJECTED = "REJECT_";
  /** Events of the console that are no action of the repair module. */
  private static final Set<String> EVENTS = Set.of("DOWNLOAD_FILE", "EXPORT_AUDIT", "LOGIN_FAILED", "CONSOLE_STOP", "CONSOLE_START",
      "CONSOLE_PAUSE", "CONSOLE_RESUME");

  private final Names names;
  private final Texts texts;

  ActionWords(Names names, Texts texts) {
    this.names = names;
    this.texts = texts;
  }

  String effect(RepairAction action) {
    return texts.of("effect." + action.name());
  }

  String persons(RepairAction action) {
    return texts.of(action.movesMoney() ? "action.persons.two" : "action.persons.one");
  }

  /** The title, with the parameter in words. */
  String title(RepairAction action, String parameter) {
    return action.word().shown() + (parameter.isEmpty() ? "" : " → " + (action == RepairAction.PLAN_AGAIN ? StateNames.channel(parameter)
        : Shown.harmless(parameter)));
  }

  /** The values that the action's parameter may have; empty where it takes none or free text. */
  static List<String> parameters(RepairAction action) {
    return action == RepairAction.PLAN_AGAIN ? Arrays.stream(Channel.values()).map(Enum::name).toList() : List.of();
  }

  /** A preview or an outcome of the action, without codes and with money written as on every page. */
  String plain(RepairAction action, String text) {
    String kind = action.subject();
    String shown = DONG.matcher(Shown.harmless(text)).replaceAll(found -> Shown.dong(Long.parseLong(found.group(1))));
    shown = STATE.matcher(shown).replaceAll(found -> texts.of("action.state", state(kind, found.group(1))));
    shown = PAYMENT_STATE.matcher(shown).replaceAll(found -> "(" + StateNames.payment(found.group(1)) + ")");
    shown = END_STATE.matcher(shown).replaceAll(found -> "→ " + StateNames.payout(found.group(1)));
    shown = PARTNER.matcher(shown).replaceAll(found -> found.group(1) + " " + names.partner(found.group(2)));
    return names.coded(shown.replace("BANK, ", StateNames.channel("BANK") + ", "));
  }

  /** Empty when it is impossible. */
  String preview(RepairAction action, Selection.Item item) {
    return item.preview() instanceof Preview.Possible possible ? plain(action, possible.text().shown()) : "";
  }

  /** Empty when it is possible. */
  String why(RepairAction action, Selection.Item item) {
    return item.preview() instanceof Preview.Impossible impossible ? plain(action, impossible.why().shown()) : "";
  }

  /** The name of an audit event: the action, its proposal or its rejection; what else was done. */
  String event(String action) {
    return ofEvent(action).map(RepairAction::word).map(Word::shown)
        .map(title -> action.startsWith(PROPOSED) ? texts.of("event.proposed", title)
            : action.startsWith(REJECTED) ? texts.of("event.rejected", title) : title)
        .orElseGet(() -> EVENTS.contains(action) ? texts.of("event." + action) : Shown.harmless(action));
  }

  /** The detail of an audit event. */
  String detail(String action, String detail) {
    return ofEvent(action).map(one -> plain(one, detail)).orElseGet(() -> names.coded(Shown.harmless(detail)));
  }

  private static Optional<RepairAction> ofEvent(String action) {
    String name = action.startsWith(PROPOSED) ? action.substring(PROPOSED.length())
        : action.startsWith(REJECTED) ? action.substring(REJECTED.length()) : action;
    return Arrays.stream(RepairAction.values()).filter(one -> one.name().equals(name)).findFirst();
  }

  private static String state(String kind, String state) {
    return switch (kind) {
      case "payout" -> StateNames.payout(state);
      case "batch" -> StateNames.batch(state);
      case "payroll" -> StateNames.payroll(state);
      default -> state;
    };
  }
}
