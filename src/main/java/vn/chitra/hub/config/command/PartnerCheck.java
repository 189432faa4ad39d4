package vn.chitra.hub.config.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import vn.chitra.hub.batch.SftpSettings;
import vn.chitra.hub.batch.camel.SftpInspection;
import vn.chitra.hub.channel.bankapi.ApiSettings;
import vn.chitra.hub.config.start.ExaminedSettings;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.support.TrustedCertificates;
import vn.chitra.hub.support.Zone;

/** Partners' servers: SFTP host, host key, login and folders of the profiles; the certificate of each API. */
final class PartnerCheck {

  private static final Duration CERTIFICATE_ENDS_SOON = Duration.ofDays(30);
  private static final int HTTPS = 443;
  private static final int FOLDERS_NAMED = 5;

  private final ExaminedSettings settings;
  private final Findings findings;
  private final Clock wallClock;

  PartnerCheck(ExaminedSettings settings, Findings findings, Clock wallClock) {
    this.settings = settings;
    this.findings = findings;
    this.wallClock = wallClock;
  }

  void run() {
    settings.mappings().ifPresent(mappings -> {
      Map<String, List<String>> folders = folders(mappings);
      settings.settings(SftpSettings.class).ifPresent(sftp -> folders.forEach((connection, wanted) -> sftp(sftp, connection, wanted)));
      settings.settings(ApiSettings.class).ifPresent(api -> mappings.partners().ofKind(PartnerKind.BANK_API).stream()
          .map(PartnerProfile::connection).distinct().forEach(connection -> api(api, connection)));
    });
  }

  /** Connection → folders that its partners' profiles name. */
  private static Map<String, List<String>> folders(Mappings mappings) {
    Map<String, List<String>> folders = new TreeMap<>();
    for (PartnerProfile partner : mappings.partners().all()) {
      if (partner.kind() != PartnerKind.BANK_API) {
        List<String> wanted = folders.computeIfAbsent(partner.connection(), name -> new ArrayList<>());
        mappings.places().folders(partner.kind()).forEach(folder -> {
          wanted.add(partner.inFolder().replace("{folder}", folder));
          wanted.add(partner.outFolder().replace("{folder}", folder));
        });
      }
    }
    return folders;
  }

  private void sftp(SftpSettings sftp, String connection, List<String> folders) {
    String about = "SFTP " + connection;
    if (sftp.server(connection).isEmpty()) {
      return;   // named among the settings already
    }
    SftpInspection.Result seen = SftpInspection.of(sftp, connection, folders);
    if (!seen.problem().isEmpty()) {
      findings.wrong(about, seen.problem());
    } else if (!seen.missingFolders().isEmpty()) {
      findings.wrong(about, "khoá máy chủ và đăng nhập đúng, nhưng không thấy " + seen.missingFolders().size() + " thư mục của hồ sơ: "
          + String.join(", ", seen.missingFolders().stream().limit(FOLDERS_NAMED).toList())
          + (seen.missingFolders().size() > FOLDERS_NAMED ? ", …" : ""));
    } else {
      findings.right(about, "khoá máy chủ đúng khoá đã ghim, đăng nhập được, thấy đủ " + folders.size() + " thư mục");
    }
  }

  /** The certificate only: nothing is requested. */
  private void api(ApiSettings apis, String name) {
    String about = "API " + name;
    ApiSettings.Connection api;
    try {
      api = apis.of(name);
    } catch (IllegalArgumentException named) {
      return;   // among the settings already
    }
    URI base = api.baseUrl();
    int port = base.getPort() < 0 ? HTTPS : base.getPort();
    int millis = Math.toIntExact(api.connectTimeout().toMillis());
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(base.getHost(), port), millis);
      plain.setSoTimeout(millis);
      try (SSLSocket tls = (SSLSocket) TrustedCertificates.of(api.trustedCertificates()).createSslContext().getSocketFactory()
          .createSocket(plain, base.getHost(), port, true)) {
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        certificate(about, tls.getSession().getPeerCertificates()[0]);
      }
    } catch (UnknownHostException e) {
      findings.wrong(about, "không có máy chủ tên ấy: " + base.getHost());
    } catch (SSLException e) {
      findings.wrong(about, "chứng thư của máy chủ không phải chứng thư đã ghim, hết hạn, hoặc không mang tên " + base.getHost());
    } catch (IOException | IllegalStateException e) {
      findings.wrong(about, "không nối được tới " + base.getHost() + ":" + port);
    }
  }

  private void certificate(String about, Certificate certificate) {
    Instant ends = ((X509Certificate) certificate).getNotAfter().toInstant();
    String words = "chứng thư của máy chủ đúng, còn hạn tới " + LocalDate.ofInstant(ends, Zone.VIETNAM);
    if (wallClock.instant().plus(CERTIFICATE_ENDS_SOON).isAfter(ends)) {
      findings.note(about, words + ": sắp hết");
    } else {
      findings.right(about, words);
    }
  }
}
