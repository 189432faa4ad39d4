package vn.chitra.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MailSettingsTests {

  private final ApplicationContextRunner shipped = new ApplicationContextRunner()
      .withInitializer(new ConfigDataApplicationContextInitializer()).withUserConfiguration(Bound.class);
  private final ApplicationContextRunner whole = shipped.withPropertyValues("hub.mail.host=mail.phutho.example",
      "hub.mail.from=chi-tra@phutho.example", "hub.mail.username=chitra", "hub.mail.password=Rất-bí-mật",
      "hub.mail.recipients.operator=a@phutho.example,b@phutho.example", "hub.mail.recipients.accountant=c@phutho.example",
      "hub.mail.recipients.engineer=d@phutho.example");

  @EnableConfigurationProperties(MailSettings.class)
  static class Bound {}

  @Test
  void whatIsShippedSendsNothing() {
    shipped.run(context -> assertThat(context.getBean(MailSettings.class).sends()).isFalse());
  }

  @Test
  void aHostIsEnoughToSendAndStarttlsIsOn() {
    whole.run(context -> {
      MailSettings settings = context.getBean(MailSettings.class);
      assertThat(settings.sends()).isTrue();
      assertThat(settings.starttls()).isTrue();
      assertThat(settings.recipients().get(RecipientRole.OPERATOR)).containsExactly("a@phutho.example", "b@phutho.example");
      assertThat(settings.messageDomain()).isEqualTo("phutho.example");
      assertThat(settings.toString()).contains("mail.phutho.example", "chitra").doesNotContain("mật");
    });
  }

  @Test
  void itCanBeSwitchedOffWithAHost() {
    whole.withPropertyValues("hub.mail.enabled=false").run(context -> assertThat(context.getBean(MailSettings.class).sends()).isFalse());
  }

  @Test
  void everythingThatIsMissingIsNamed() {
    shipped.withPropertyValues("hub.mail.host=mail.phutho.example", "hub.mail.username=chitra", "hub.mail.port=0",
        "hub.mail.recipients.operator=không-phải-thư").run(context -> {
          assertThat(context).hasFailed();
          assertThat(context.getStartupFailure()).hasStackTraceContaining("hub.mail.from").hasStackTraceContaining("hub.mail.password")
              .hasStackTraceContaining("hub.mail.recipients.operator, .accountant và .engineer").hasStackTraceContaining("port")
              .hasStackTraceContaining("recipients[OPERATOR]");
        });
    shipped.withPropertyValues("hub.mail.enabled=true").run(context -> assertThat(context.getStartupFailure())
        .hasStackTraceContaining("hub.mail.host"));
  }
}
