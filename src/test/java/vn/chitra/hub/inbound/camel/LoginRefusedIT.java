package vn.chitra.hub.inbound.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.batch.SftpSettings;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.batch.UploadResult;
import vn.chitra.hub.batch.camel.LoginCases;
import vn.chitra.hub.batch.camel.PartnerLogins;
import vn.chitra.hub.batch.camel.SftpServers;
import vn.chitra.hub.batch.camel.SftpUploads;
import vn.chitra.hub.batch.camel.TestUploads;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.inbound.InboxMemory;
import vn.chitra.hub.inbound.InboxSettings;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.partner.Vocabulary;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.sim.SftpSandbox;
import vn.chitra.hub.support.MovableClock;

/** A partner that refuses our login, and one that cannot be reached. */
class LoginRefusedIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir
  Path folder;

  /** What the partner takes; counts the passwords that it was given. */
  private final CountedPasswords taken = new CountedPasswords();
  private final LoginCases cases = new LoginCases();
  private final MovableClock clock = new MovableClock("2031-01-01T00:00:00Z");
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final AtomicInteger fetched = new AtomicInteger();
  private SftpSandbox sftp;
  private Partners partners;
  private PartnerLogins logins;

  @BeforeEach
  void aPartner() throws Exception {
    taken.put("agribank", "mới");
    sftp = SftpSandbox.open(folder.resolve("sftp"), taken);
    sftp.folders("agribank", List.of("in", "out", "out/done"));
    partners = Mappings.load("classpath:mappings/", Vocabulary.of(ReportedState.class, CaseKind.class)).partners();
    logins = cases.logins(clock);
    camel.addComponent(InboxComponent.SCHEME, new InboxComponent());
    taken.tried.set(0);
  }

  @AfterEach
  void close() throws IOException {
    camel.stop();
    sftp.close();
  }

  @Test
  void aRefusedLoginIsTriedSeldomAndACaseSaysSoUntilItSucceeds() throws Exception {
    ScheduledPollConsumer polls = poll(sftp.port());
    await().atMost(SOON).until(() -> polls.getErrorCounter() >= 20);

    assertThat(taken.tried.get()).as("one login: its password, and the same typed at a prompt").isLessThanOrEqualTo(2);
    assertThat(cases.opened).singleElement().satisfies(one -> {
      assertThat(one.kind()).isEqualTo(CaseKind.LOGIN_REFUSED);
      assertThat(one.subject()).isEqualTo("partner:agribank");
      assertThat(one.evidence()).contains("hub.sftp.agribank", "5 phút").doesNotContain("cũ");
    });

    Files.writeString(sftp.home("agribank").resolve("out/a.csv"), "trả lời");
    taken.put("agribank", "cũ");
    clock.pass(Duration.ofMinutes(5));
    await().atMost(SOON).until(() -> fetched.get() == 1);
    assertThat(cases.closed).contains("LOGIN_REFUSED partner:agribank");
  }

  @Test
  void aServerThatCannotBeReachedIsTriedAtEveryPollAndIsNoCase() throws Exception {
    ScheduledPollConsumer polls = poll(1);
    await().atMost(SOON).until(() -> polls.getErrorCounter() >= 5);
    assertThat(cases.opened).isEmpty();
    assertThat(logins.waiting("hub.sftp.agribank")).isEmpty();
  }

  @Test
  void whatIsSentWaitsForTheSameLogin() throws Exception {
    SftpUploads uploads = TestUploads.of(servers(sftp.port()), partners, logins);
    for (int i = 0; i < 5; i++) {
      assertThat(TestUploads.deliver(uploads, upload())).isInstanceOfSatisfying(UploadResult.Later.class,
          later -> assertThat(later.after()).isEqualTo(Duration.ofMinutes(5)));
    }
    assertThat(taken.tried.get()).isLessThanOrEqualTo(2);
    assertThat(cases.opened).hasSize(1);
    taken.put("agribank", "cũ");
    clock.pass(Duration.ofMinutes(5));
    assertThat(TestUploads.deliver(uploads, upload())).isInstanceOf(UploadResult.Proven.class);
    assertThat(cases.closed).containsExactly("LOGIN_REFUSED partner:agribank");
  }

  @Test
  void anotherHostKeyIsACaseAtOnce() throws Exception {
    Files.writeString(sftp.knownHosts(), "[127.0.0.1]:" + sftp.port() + " ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTY"
        + "AAABBBEmKSENjQEezOmxkZMy7opKgwFB9nkt5YRrYMjNuG5N87uRgg6CLrbo5wAdT/y6v0mKV0U2w0WZ2YB/++Tpockg=\n");
    ScheduledPollConsumer polls = poll(sftp.port());
    await().atMost(SOON).until(() -> polls.getErrorCounter() >= 3);
    assertThat(taken.tried.get()).as("no password is shown to a strange server").isZero();
    assertThat(cases.opened).isNotEmpty().allSatisfy(one -> assertThat(one.evidence()).contains("known_hosts"));
  }

  private ScheduledPollConsumer poll(int port) throws Exception {
    Inboxes inboxes = new Inboxes(partners, servers(port), new InboxSettings(folder.resolve("data"),
        new InboxSettings.Poll(Duration.ofMillis(50))), cases, new NothingRemembered(), logins);
    camel.addRoutes(new RouteBuilder() {
      @Override
      public void configure() {
        from(inboxes.endpoint(partners.byId("agribank").orElseThrow())).routeId("files-in-agribank")
            .setProperty("hubDoneName", simple("${file:name}")).process(file -> fetched.incrementAndGet());
      }
    });
    camel.start();
    return (ScheduledPollConsumer) camel.getRoute("files-in-agribank").getConsumer();
  }

  private SftpServers servers(int port) {
    return TestUploads.servers(camel, new SftpSettings(Map.of("agribank", new SftpSettings.Server("127.0.0.1", port, "agribank", "cũ",
        null, null, sftp.knownHosts(), false, null, null))));
  }

  private Upload upload() throws IOException {
    byte[] bytes = "H|1|\n".getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("bytes"), bytes);
    return new Upload(1, "agribank", "agribank", "/in", "CT_PTCTXH_20261201_000001.csv", file,
        HexFormat.of().formatHex(Archive.sha256().digest(bytes)), bytes.length, 1);
  }

  private static final class CountedPasswords extends HashMap<String, String> {

    private static final long serialVersionUID = 1;
    private final AtomicInteger tried = new AtomicInteger();

    @Override
    public String get(Object user) {
      tried.incrementAndGet();
      return super.get(user);
    }
  }

  private static final class NothingRemembered implements InboxMemory {

    @Override
    public List<Fetched> of(String partner) {
      return List.of();
    }

    @Override
    public void remember(String partner, Fetched file) {
      throw new IllegalStateException("a partner that lets us move files");
    }

    @Override
    public void forget(String partner, String path) {
      throw new IllegalStateException("a partner that lets us move files");
    }
  }
}
