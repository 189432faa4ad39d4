package vn.chitra.hub.inbound.camel;

import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/**
 * Moves a fetched file to {@code done/} beside it once its bytes are archived. Camel's own move first deletes an existing file under the
 * new name; the hub deletes nothing at a partner. If the move fails, the file stays: it is fetched again and recognised.
 */
final class MoveToDone implements GenericFileProcessStrategy<SftpRemoteFile> {

  /** Exchange property: the file's name in {@code done/}, which overwrites no earlier file. */
  static final String NAME = "hubDoneName";

  @Override
  public void prepareOnStartup(GenericFileOperations<SftpRemoteFile> operations, GenericFileEndpoint<SftpRemoteFile> endpoint) {
    // nothing to prepare
  }

  @Override
  public boolean begin(GenericFileOperations<SftpRemoteFile> operations, GenericFileEndpoint<SftpRemoteFile> endpoint, Exchange exchange,
      GenericFile<SftpRemoteFile> file) {
    return true;
  }

  @Override
  public void abort(GenericFileOperations<SftpRemoteFile> operations, GenericFileEndpoint<SftpRemoteFile> endpoint, Exchange exchange,
      GenericFile<SftpRemoteFile> file) {
    // the file stays
  }

  @Override
  public void commit(GenericFileOperations<SftpRemoteFile> operations, GenericFileEndpoint<SftpRemoteFile> endpoint, Exchange exchange,
      GenericFile<SftpRemoteFile> file) {
    String done = file.getParent() + "/done";
    if (!operations.buildDirectory(done, true)
        || !operations.renameFile(file.getAbsoluteFilePath(), free(operations, done + "/" + exchange.getProperty(NAME, String.class)))) {
      throw new GenericFileOperationFailedException("cannot move " + file.getAbsoluteFilePath() + " to " + done);
    }
  }

  /** The rename of many servers replaces an existing file; only the hub writes into {@code done/}. */
  private static String free(GenericFileOperations<SftpRemoteFile> operations, String wanted) {
    String name = wanted;
    for (int copy = 1; operations.existsFile(name); copy++) {
      name = wanted + "-" + copy;
    }
    return name;
  }

  @Override
  public void rollback(GenericFileOperations<SftpRemoteFile> operations, GenericFileEndpoint<SftpRemoteFile> endpoint, Exchange exchange,
      GenericFile<SftpRemoteFile> file) {
    // the file stays and is fetched again
  }
}
