package vn.chitra.hub.batch.camel;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import vn.chitra.hub.batch.SftpSettings;

/**
 * A look at one SFTP server by the connection that the hub itself uses: host key, login, and whether folders are there. Nothing is written
 * on either side.
 */
public final class SftpInspection {

  private SftpInspection() {}

  /**
   * @param problem in Vietnamese; empty when the login succeeded
   * @param missingFolders those that the server does not have or does not show
   */
  public record Result(String problem, List<String> missingFolders) {}

  /**
   * Logs in once and looks at the folders.
   *
   * @param connection name of a server in the settings
   */
  public static Result of(SftpSettings settings, String connection, Collection<String> folders) {
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.disableJMX();
      SftpServers servers = new SftpServers(camel, settings);
      SftpEndpoint endpoint = servers.endpoint(connection, "", "");
      SftpLink link = new SftpLink(endpoint, servers.operations(connection, endpoint));
      try {
        link.open();
        List<String> missing = new ArrayList<>();
        for (String folder : folders) {
          if (link.size(folder).isEmpty()) {
            missing.add(folder);
          }
        }
        return new Result("", missing);
      } finally {
        link.close();
      }
    } catch (JSchException e) {
      Optional<PartnerLogins.Refusal> refusal = SftpRefusals.of(e);
      return new Result(refusal.map(why -> "máy chủ " + why.words()).orElse("không nối được tới máy chủ: tên, cổng, tường lửa"), List.of());
    } catch (SftpException e) {
      return new Result("đăng nhập được nhưng máy chủ không cho xem thư mục", List.of());
    } catch (IOException e) {
      throw new IllegalStateException("a Camel context that was never started cannot be closed", e);
    }
  }
}
