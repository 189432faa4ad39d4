package vn.chitra.hub.config.command;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import vn.chitra.hub.config.HubSettings;
import vn.chitra.hub.config.start.ExaminedSettings;
import vn.chitra.hub.operations.DiskSettings;
import vn.chitra.hub.support.TrustedCertificates;
import vn.chitra.hub.support.Zone;

/** The hub's own machine: data folder, disk, broker, port of the console, mode of the settings file. */
final class MachineCheck {

  private static final String DATA = "thư mục dữ liệu";
  private static final String DISK = "ổ đĩa";
  private static final String BROKER = "hàng đợi";
  private static final String PORT = "cổng bảng điều khiển";
  private static final String CERTIFICATE = "chứng thư của bảng điều khiển";
  private static final Duration CERTIFICATE_ENDS_SOON = Duration.ofDays(30);
  private static final long MEGABYTE = 1L << 20;
  private static final Duration SOON = Duration.ofSeconds(5);

  private final ConfigurableEnvironment environment;
  private final ExaminedSettings settings;
  private final Findings findings;
  private final Clock wallClock;

  MachineCheck(ConfigurableEnvironment environment, ExaminedSettings settings, Findings findings, Clock wallClock) {
    this.environment = environment;
    this.settings = settings;
    this.findings = findings;
    this.wallClock = wallClock;
  }

  void run() {
    settingsFile();
    settings.settings(HubSettings.class).ifPresent(hub -> {
      dataFolder(hub.dataDir().toAbsolutePath().normalize());
      broker(hub.dataDir().toAbsolutePath().normalize());
    });
    settings.settings(DiskSettings.class).ifPresent(this::disk);
    certificate();
    ports();
  }

  /** It holds passwords. */
  private void settingsFile() {
    String file = environment.getProperty("hub.settings");
    if (file == null) {
      return;
    }
    try {
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(Path.of(file));
      if (mode.contains(PosixFilePermission.OTHERS_READ)) {
        findings.note("tệp thiết lập", file + " ai trên máy cũng đọc được; nó chứa mật khẩu: chmod 640 và nhóm của hub, hoặc 600");
      } else {
        findings.right("tệp thiết lập", file + ", không phải ai cũng đọc được");
      }
    } catch (IOException | UnsupportedOperationException e) {
      findings.note("tệp thiết lập", file + ": không xem được quyền của tệp");
    }
  }

  private void dataFolder(Path data) {
    if (!Files.exists(data)) {
      Path parent = nearest(data);
      if (Files.isWritable(parent)) {
        findings.right(DATA, data + " chưa có; lần khởi động đầu sẽ tạo");
      } else {
        findings.wrong(DATA, data + " chưa có và người chạy lệnh này không tạo được trong " + parent);
      }
      return;
    }
    for (Path part : Stream.of("", "archive", "archive/sent.journal", "broker", "spool").map(data::resolve).filter(Files::exists)
        .toList()) {
      if (!Files.isReadable(part) || !Files.isWritable(part) || Files.isDirectory(part) && !Files.isExecutable(part)) {
        findings.wrong(DATA, part + ": người chạy lệnh này (" + System.getProperty("user.name") + ") không đọc và ghi được");
        return;
      }
    }
    findings.right(DATA, data + " đọc và ghi được bởi " + System.getProperty("user.name"));
  }

  private void disk(DiskSettings disk) {
    Path folder = nearest(disk.dataDir().toAbsolutePath().normalize());
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      String words = "còn " + free / MEGABYTE + " MB cho hub.data-dir";
      if (free < disk.disk().minFree().toBytes()) {
        findings.wrong(DISK, words + ", ít hơn hub.disk.min-free: hàng đợi sẽ đứng");
      } else if (free < disk.disk().warnBelow().toBytes()) {
        findings.note(DISK, words + ", ít hơn hub.disk.warn-below");
      } else {
        findings.right(DISK, words);
      }
    } catch (IOException e) {
      findings.wrong(DISK, "không xem được chỗ còn lại của " + folder);
    }
  }

  private void broker(Path data) {
    if (!"native".equals(environment.getProperty("spring.artemis.mode"))) {
      findings.right(BROKER, "chạy trong hub, nhật ký ở " + data.resolve("broker"));
      return;
    }
    String url = environment.getProperty("spring.artemis.broker-url", "tcp://localhost:61616");
    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url)) {
      factory.createConnection(environment.getProperty("spring.artemis.user"), environment.getProperty("spring.artemis.password")).close();
      findings.right(BROKER, "máy chủ hàng đợi ở " + url + " nhận kết nối");
    } catch (JMSException | IllegalArgumentException e) {
      findings.wrong(BROKER, "không nối được tới máy chủ hàng đợi ở " + url);
    }
  }

  private void ports() {
    port(PORT, environment.getProperty("server.port", Integer.class, 0), environment.getProperty("server.address", "0.0.0.0"));
    Integer management = environment.getProperty("hub.management.port", Integer.class);
    if (management != null) {
      port("cổng sức khoẻ và số đo", management, environment.getProperty("hub.management.address", "127.0.0.1"));
    }
  }

  private void port(String about, int port, String address) {
    String at = address + ":" + port;
    try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName(address))) {
      findings.right(about, at + (free.isBound() ? " còn trống" : ""));
    } catch (BindException e) {
      if (hubListens(address, port)) {
        findings.right(about, at + ": hub đang chạy ở đó");
      } else {
        findings.wrong(about, at + " không dùng được: tiến trình khác đang giữ, hoặc địa chỉ không phải của máy này, hoặc cổng dưới 1024");
      }
    } catch (IOException | IllegalArgumentException e) {
      findings.wrong(about, at + ": địa chỉ hoặc cổng không hợp lệ");
    }
  }

  /** By the liveness probe, or with its own TLS by the certificate of the settings. */
  private boolean hubListens(String address, int port) {
    String host = address.equals("0.0.0.0") ? "127.0.0.1" : address;
    String certificate = environment.getProperty("hub.console.certificate", "");
    if (!certificate.isEmpty() && port == environment.getProperty("server.port", Integer.class, 0)) {
      return shows(Path.of(certificate), host, port);
    }
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + "/actuator/health/liveness"))
        .timeout(SOON).build();
    try {
      return HttpClient.newBuilder().connectTimeout(SOON).build().send(request, HttpResponse.BodyHandlers.ofString()).body().contains("UP");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean shows(Path certificate, String host, int port) {
    try (SSLSocket socket = (SSLSocket) TrustedCertificates.of(certificate).createSslContext().getSocketFactory().createSocket()) {
      socket.connect(new InetSocketAddress(host, port), Math.toIntExact(SOON.toMillis()));
      socket.setSoTimeout(Math.toIntExact(SOON.toMillis()));
      socket.startHandshake();
      return true;
    } catch (IOException | IllegalStateException e) {
      return false;
    }
  }

  /** Of the hub's own TLS; that key and certificate fit each other is looked at with the settings. */
  private void certificate() {
    String file = environment.getProperty("hub.console.certificate", "");
    if (file.isEmpty()) {
      return;
    }
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      Instant ends = ((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in)).getNotAfter().toInstant();
      String words = "còn hạn tới " + LocalDate.ofInstant(ends, Zone.VIETNAM);
      if (ends.isBefore(wallClock.instant())) {
        findings.wrong(CERTIFICATE, "đã hết hạn ngày " + LocalDate.ofInstant(ends, Zone.VIETNAM));
      } else if (ends.isBefore(wallClock.instant().plus(CERTIFICATE_ENDS_SOON))) {
        findings.note(CERTIFICATE, words + ": sắp hết");
      } else {
        findings.right(CERTIFICATE, words);
      }
    } catch (IOException | CertificateException e) {
      findings.wrong(CERTIFICATE, "không đọc được " + file);   // told among the settings too
    }
  }

  /** The folder itself, or the nearest one above it that is there. */
  private static Path nearest(Path folder) {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }
}
