package vn.chitra.hub.config.command;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.ConfigurableEnvironment;
import vn.chitra.hub.config.start.ExaminedSettings;
import vn.chitra.hub.config.start.SettingsIncomplete;
import vn.chitra.hub.partner.Mappings;

/**
 * {@code bin/chitra-hub check}: looks at everything that the hub needs, with the settings records of the hub, and says what is right and
 * what is wrong. It starts no route, sends nothing and writes nothing: databases are read in read-only sessions, partners' servers are
 * logged into and looked at, the mail server is logged into.
 */
final class CheckCommand {

  private CheckCommand() {}

  static int run(ConfigurableEnvironment environment, List<String> words, PrintStream out, Clock wallClock)
      throws InterruptedException {
    out.println("Kiểm tra Chi Trả Hub " + environment.getProperty("spring.application.version", "?")
        + ": chỉ xem, không khởi động, không gửi, không ghi gì.");
    Findings findings = new Findings(out);
    Optional<ExaminedSettings> examined = settings(environment, findings);
    if (examined.isPresent()) {
      ExaminedSettings settings = examined.get();
      new MachineCheck(environment, settings, findings, wallClock).run();
      new DatabaseCheck(settings, findings, wallClock).run();
      new PartnerCheck(settings, findings, wallClock).run();
      new MailCheck(settings, findings).run();
      new LoginServerCheck(settings, findings).run();
    }
    return findings.sumUp() ? Commands.DONE : Commands.WRONG_SETTINGS;
  }

  /** Empty when the settings file cannot be read. */
  private static Optional<ExaminedSettings> settings(ConfigurableEnvironment environment, Findings findings) {
    try {
      ExaminedSettings examined = ExaminedSettings.of(environment);
      examined.complaints().forEach(one -> findings.wrong("thiết lập", one));
      examined.mappingErrors().ifPresent(errors -> errors.errors().forEach(one -> findings.wrong("ánh xạ", one.toString())));
      if (examined.complaints().isEmpty()) {
        findings.right("thiết lập", "mọi thiết lập bắt buộc có đủ và đúng dạng");
      }
      if (examined.mappingErrors().isEmpty()) {
        examined.mappings().ifPresent(mappings -> findings.right("ánh xạ", words(environment, mappings)));
      }
      return Optional.of(examined);
    } catch (SettingsIncomplete unreadable) {
      unreadable.complaints().forEach(one -> findings.wrong("thiết lập", one));
      return Optional.empty();
    }
  }

  private static String words(ConfigurableEnvironment environment, Mappings mappings) {
    return mappings.fileHashes().size() + " tệp ở " + environment.getProperty("hub.mappings") + ", " + mappings.partners().all().size()
        + " đối tác";
  }
}
