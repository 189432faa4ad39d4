package vn.chitra.hub.dispatch.camel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.support.DefaultExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.dispatch.Consignment;
import vn.chitra.hub.dispatch.Delivery;

/**
 * Brings a file to a partner's SFTP folder and proves it: {@code NAME.<attempt>.part}, rename to {@code NAME}, never over an existing
 * one, size read back. A {@code NAME} that stands there already is read back and compared by hash. Whatever goes wrong leaves the
 * outcome unknown; one connection a server is kept open.
 */
@Component("sftpDeliveries")
public final class SftpDeliveries {

  private static final Logger LOG = LoggerFactory.getLogger(SftpDeliveries.class);

  private final CamelContext camel;
  private final SftpServers servers;
  private final Map<String, Connection> connections = new ConcurrentHashMap<>();

  SftpDeliveries(CamelContext camel, SftpServers servers) {
    this.camel = camel;
    this.servers = servers;
  }

  /** Never throws for what happens at the partner. */
  public Delivery deliver(Consignment consignment) {
    Connection connection = connections.computeIfAbsent(consignment.connection(), this::connection);
    synchronized (connection) {
      try {
        connection.open();
        return deliver(connection.operations(), consignment);
      } catch (GenericFileOperationFailedException | IOException e) {
        LOG.debug("delivery of batch {} ended without proof", consignment.batchId(), e);
        connection.drop();
        return new Delivery.Unknown(reason(e));
      }
    }
  }

  private Delivery deliver(RemoteFileOperations<SftpRemoteFile> remote, Consignment file) throws IOException {
    String target = file.folder() + "/" + file.name();
    OptionalLong standing = size(remote, target);
    if (standing.isPresent()) {
      return compare(remote, target, standing.getAsLong(), file);
    }
    String part = target + "." + file.attempt() + ".part";
    Exchange upload = new DefaultExchange(camel);
    upload.getIn().setBody(file.bytes().toFile());
    if (!remote.storeFile(part, upload, Files.size(file.bytes())) || !remote.renameFile(part, target)) {
      return new Delivery.Unknown("máy chủ không nhận tệp hoặc không cho đổi tên");
    }
    OptionalLong seen = size(remote, target);
    if (seen.isEmpty()) {
      return new Delivery.Unknown("đã đổi tên nhưng không còn thấy tệp");
    }
    return seen.getAsLong() == file.size()
        ? new Delivery.Proven("kích thước đọc lại " + seen.getAsLong() + " byte")
        : new Delivery.Unknown("kích thước đọc lại " + seen.getAsLong() + " byte, cần " + file.size());
  }

  private Delivery compare(RemoteFileOperations<SftpRemoteFile> remote, String target, long standing, Consignment file)
      throws IOException {
    if (standing != file.size()) {
      return new Delivery.Conflict("kích thước " + standing + " byte, của ta " + file.size());
    }
    String hash = hash(remote, target);
    return hash.equals(file.sha256()) ? new Delivery.Proven("đã có sẵn, cùng mã băm")
        : new Delivery.Conflict("cùng kích thước, mã băm " + hash);
  }

  private static OptionalLong size(RemoteFileOperations<SftpRemoteFile> remote, String path) {
    if (!remote.existsFile(path)) {
      return OptionalLong.empty();
    }
    SftpRemoteFile<?>[] found = remote.listFiles(path);
    return found.length == 1 ? OptionalLong.of(found[0].getFileLength()) : OptionalLong.empty();
  }

  private String hash(RemoteFileOperations<SftpRemoteFile> remote, String path) throws IOException {
    GenericFile<SftpRemoteFile<?>> file = new GenericFile<>();
    Exchange download = new DefaultExchange(camel);
    download.setProperty(FileComponent.FILE_EXCHANGE_FILE, file);
    remote.retrieveFile(path, download, 0);
    MessageDigest digest = Archive.sha256();
    try (InputStream in = download.getContext().getTypeConverter().convertTo(InputStream.class, download, file.getBody())) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    } finally {
      remote.releaseRetrievedFileResources(download);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private Connection connection(String name) {
    SftpEndpoint endpoint = servers.endpoint(name, "", "fastExistsCheck=true");
    endpoint.getConfiguration().setStreamDownload(true);
    return new Connection(endpoint);
  }

  private static String reason(Exception e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + (root.getMessage() == null ? "" : ": " + root.getMessage());
  }

  /** One kept connection; used under its own lock. */
  private static final class Connection {

    private final SftpEndpoint endpoint;
    private RemoteFileOperations<SftpRemoteFile> operations;

    Connection(SftpEndpoint endpoint) {
      this.endpoint = endpoint;
      this.operations = endpoint.createRemoteFileOperations();
    }

    RemoteFileOperations<SftpRemoteFile> operations() {
      return operations;
    }

    void open() {
      if (!operations.isConnected()) {
        operations.connect((RemoteFileConfiguration) endpoint.getConfiguration(), null);
      }
    }

    void drop() {
      operations.forceDisconnect();
      operations = endpoint.createRemoteFileOperations();
    }
  }
}
