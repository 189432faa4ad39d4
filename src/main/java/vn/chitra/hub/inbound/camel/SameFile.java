package vn.chitra.hub.inbound.camel;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import java.io.Serial;
import java.util.Arrays;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import vn.chitra.hub.batch.camel.PartnerSftpOperations;

/** Fetches a file and requires that it looks afterwards as it was listed: otherwise somebody was writing it, and nothing was fetched. */
final class SameFile extends PartnerSftpOperations {

  SameFile(PartnerSftpOperations connection) {
    super(connection);
  }

  @Override
  public boolean retrieveFile(String name, Exchange exchange, long size) throws GenericFileOperationFailedException {
    boolean retrieved = super.retrieveFile(name, exchange, size);
    @SuppressWarnings("unchecked")
    GenericFile<SftpRemoteFile> file = exchange.getProperty(FileComponent.FILE_EXCHANGE_FILE, GenericFile.class);
    if (retrieved && !isUnchanged(this, file)) {
      throw new StillWrittenException(name);
    }
    return retrieved;
  }

  /** Whether size and time on the server are those of the listing; also when the file is gone. */
  static boolean isUnchanged(GenericFileOperations<SftpRemoteFile> operations, GenericFile<SftpRemoteFile> file) {
    try {
      return Arrays.stream(operations.listFiles(file.getAbsoluteFilePath())).filter(now -> now.getFilename().equals(file.getFileNameOnly()))
          .allMatch(now -> now.getFileLength() == file.getFileLength() && now.getLastModified() == file.getLastModified());
    } catch (GenericFileOperationFailedException e) {
      if (e.getCause() instanceof SftpException sftp && sftp.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
        return true;
      }
      throw e;
    }
  }

  /** The file changed while it was fetched. */
  static final class StillWrittenException extends GenericFileOperationFailedException {

    @Serial private static final long serialVersionUID = 1L;

    StillWrittenException(String name) {
      super("still being written: " + name);
    }
  }
}
