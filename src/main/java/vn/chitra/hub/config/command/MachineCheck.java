package vn.chitra.hub.config.command;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import vn.chitra.hub.config.HubSettings;
import vn.chitra.hub.config.start.ExaminedSettings;
import vn.chitra.hub.operations.DiskSettings;

/** The hub's own machine: data folder, disk, broker, port of the console, mode of the settings file. */
final class MachineCheck {

  private static final String DATA = "thư mục dữ liệu";
  private static final String DISK = "ổ đĩa";
  private static final String BROKER = "hàng đợi";
  private static final String PORT = "cổng bảng điều khiển";
  private static final long MEGABYTE = 1L << 20;
  private static final Duration SOON = Duration.ofSeconds(5);

  private final ConfigurableEnvironment environment;
  private final ExaminedSettings settings;
  private final Findings findings;

  MachineCheck(ConfigurableEnvironment environment, ExaminedSettings settings, Findings findings) {
    this.environment = environment;
    this.settings = settings;
    this.findings = findings;
  }

  void run() {
    settingsFile();
    settings.settings(HubSettings.class).ifPresent(hub -> {
      dataFolder(hub.dataDir().toAbsolutePath().normalize());
      broker(hub.dataDir().toAbsolutePath().normalize());
    });
    settings.settings(DiskSettings.class).ifPresent(this::disk);
    port();
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

  private void port() {
    int port = environment.getProperty("server.port", Integer.class, 0);
    String address = environment.getProperty("server.address", "0.0.0.0");
    String at = address + ":" + port;
    try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName(address))) {
      findings.right(PORT, at + (free.isBound() ? " còn trống" : ""));
    } catch (BindException e) {
      if (hubListens(address, port)) {
        findings.right(PORT, at + ": hub đang chạy ở đó");
      } else {
        findings.wrong(PORT, at + " không dùng được: tiến trình khác đang giữ, hoặc địa chỉ không phải của máy này, hoặc cổng dưới 1024");
      }
    } catch (IOException e) {
      findings.wrong(PORT, at + ": địa chỉ không hợp lệ");
    }
  }

  private static boolean hubListens(String address, int port) {
    String host = address.equals("0.0.0.0") ? "127.0.0.1" : address;
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

  /** The folder itself, or the nearest one above it that is there. */
  private static Path nearest(Path folder) {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }
}
