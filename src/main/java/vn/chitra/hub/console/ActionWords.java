package vn.chitra.hub.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.query.Names;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.operations.query.StateNames;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler.Preview;
import vn.chitra.hub.repair.Selection;

/** The Vietnamese texts about actions of persons: effects, and previews and outcomes without codes. */
@Component
class ActionWords {

  private static final String EFFECTS = "/console/actions.properties";
  private static final Pattern DONG = Pattern.compile("(?<![\\d.])(\\d{4,18}) đồng");
  private static final Pattern STATE = Pattern.compile("trạng thái ([A-Z_]+)");
  private static final Pattern PAYMENT_STATE = Pattern.compile("\\(([A-Z_]+)\\)");
  private static final Pattern END_STATE = Pattern.compile("→ ([A-Z_]+)");
  private static final Pattern PARTNER = Pattern.compile("\\b(qua|đối tác) ([a-z][a-z0-9-]*)(?=[. ])");

  private static final String PROPOSED = "PROPOSE_";
  private static final String REJECTED = "REJECT_";
  /** Events of the console that are no action of the repair module. */
  private static final Map<String, String> EVENTS = Map.of("DOWNLOAD_FILE", "tải tệp gửi đối tác", "EXPORT_AUDIT", "xuất nhật ký",
      "LOGIN_FAILED", "đăng nhập không được", "CONSOLE_STOP", "dừng tuyến", "CONSOLE_START", "chạy tuyến", "CONSOLE_PAUSE", "dừng hàng đợi", "CONSOLE_RESUME", "chạy lại hàng đợi");

  private final Names names;
  private final Properties effects = new Properties();

  ActionWords(Names names) {
    this.names = names;
    try (InputStream file = Objects.requireNonNull(ActionWords.class.getResourceAsStream(EFFECTS), EFFECTS)) {
      effects.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String effect(RepairAction action) {
    return Objects.requireNonNull(effects.getProperty(action.name()), action.name());
  }

  static String persons(RepairAction action) {
    return action.movesMoney() ? "hai người: một người đề nghị, người khác duyệt" : "một người vận hành";
  }

  /** The title, with the parameter in words. */
  String title(RepairAction action, String parameter) {
    return action.title() + (parameter.isEmpty() ? "" : " → " + (action == RepairAction.PLAN_AGAIN ? StateNames.channel(parameter)
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
    shown = STATE.matcher(shown).replaceAll(found -> "trạng thái “" + state(kind, found.group(1)) + "”");
    shown = PAYMENT_STATE.matcher(shown).replaceAll(found -> "(" + StateNames.payment(found.group(1)) + ")");
    shown = END_STATE.matcher(shown).replaceAll(found -> "→ " + StateNames.payout(found.group(1)));
    shown = PARTNER.matcher(shown).replaceAll(found -> found.group(1) + " " + names.partner(found.group(2)));
    return names.coded(shown.replace("BANK, ", StateNames.channel("BANK") + ", "));
  }

  /** Empty when it is impossible. */
  String preview(RepairAction action, Selection.Item item) {
    return item.preview() instanceof Preview.Possible possible ? plain(action, possible.words()) : "";
  }

  /** Empty when it is possible. */
  String why(RepairAction action, Selection.Item item) {
    return item.preview() instanceof Preview.Impossible impossible ? plain(action, impossible.why()) : "";
  }

  /** The name of an audit event: the action, its proposal or its rejection; what else was done. */
  String event(String action) {
    return ofEvent(action).map(one -> (action.startsWith(PROPOSED) ? "đề nghị: " : action.startsWith(REJECTED) ? "bỏ đề nghị: " : "")
        + one.title()).orElseGet(() -> Objects.requireNonNull(EVENTS.getOrDefault(action, Shown.harmless(action))));
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
