package vn.chitra.hub.inbound.camel;

import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.jspecify.annotations.Nullable;

/**
 * Moves a fetched file to {@code done/} beside it once its bytes are archived. Camel's own move first deletes an existing file under the
 * new name; the hub deletes nothing at a partner. A file that may not be moved, that ended short or whose move failed is remembered and not
 * fetched again while it looks the same; a failed move opens a case and is tried again at every poll.
 */
final class MoveToDone implements GenericFileProcessStrategy<SftpRemoteFile> {

  /** Exchange property: the file's name in {@code done/}, which overwrites no earlier file; empty for one that stays. */
  static final String NAME = "hubDoneName";

  private final boolean mayMove;
  private final FetchedFiles files;
  private final InboxTroubles troubles;

  MoveToDone(boolean mayMove, FetchedFiles files, InboxTroubles troubles) {
    this.mayMove = mayMove;
    this.files = files;
    this.troubles = troubles;
  }

  @Override
  public void prepareOnStartup(GenericFileOperations<SftpRemoteFile> operations, GenericFileEndpoint<SftpRemoteFile> endpoint) {
    // nothing to prepare
  }

  /** A file that only waits to be moved is moved, and not fetched. */
  @Override
  public boolean begin(GenericFileOperations<SftpRemoteFile> operations, GenericFileEndpoint<SftpRemoteFile> endpoint, Exchange exchange,
      GenericFile<SftpRemoteFile> file) {
    String name = files.nameToMoveTo(file);
    if (name != null) {
      move(operations, file, name);
    }
    return name == null;
  }

  @Override
  public void abort(GenericFileOperations<SftpRemoteFile> operations, GenericFileEndpoint<SftpRemoteFile> endpoint, Exchange exchange,
      GenericFile<SftpRemoteFile> file) {
    // the file stays
  }

  @Override
  public void commit(GenericFileOperations<SftpRemoteFile> operations, GenericFileEndpoint<SftpRemoteFile> endpoint, Exchange exchange,
      GenericFile<SftpRemoteFile> file) {
    String name = exchange.getProperty(NAME, "", String.class);
    if (mayMove && !name.isEmpty()) {
      move(operations, file, name);
    } else {
      files.remember(file, null);
    }
  }

  /** A file that has changed since it was fetched stays: it is fetched again. */
  private void move(GenericFileOperations<SftpRemoteFile> operations, GenericFile<SftpRemoteFile> file, String name) {
    String folder = file.getParent();
    if (!files.mayMoveFrom(folder)) {
      files.remember(file, name);
    } else if (SameFile.isUnchanged(operations, file)) {
      GenericFileOperationFailedException failure = tryToMove(operations, file, folder + "/done", name);
      if (failure == null) {
        files.forget(file);
        troubles.moved(folder);
      } else if (operations.existsFile(file.getAbsoluteFilePath())) {
        files.remember(file, name);
        files.cannotMoveFrom(folder);
        troubles.notMovable(folder, failure);
      }
    }
  }

  /** Null when it was moved. */
  private static @Nullable GenericFileOperationFailedException tryToMove(GenericFileOperations<SftpRemoteFile> operations,
      GenericFile<SftpRemoteFile> file, String done, String name) {
    try {
      boolean moved = operations.buildDirectory(done, true)
          && operations.renameFile(file.getAbsoluteFilePath(), free(operations, done + "/" + name));
      return moved ? null : new GenericFileOperationFailedException("cannot move " + file.getAbsoluteFilePath() + " to " + done);
    } catch (GenericFileOperationFailedException e) {
      return e;
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
