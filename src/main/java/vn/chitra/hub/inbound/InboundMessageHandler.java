package vn.chitra.hub.inbound;

import vn.chitra.hub.archive.StoredFile;

/** Applies one kind of inbound messages, in the transaction of {@link ApplyFile}. The lines were staged before. */
public interface InboundMessageHandler {

  boolean handles(InboundMessage message);

  /** Leaves the file done, ignored, kept or set aside. */
  void take(StoredFile file, InboundMessage message);

  /** Called once the file's row carries its batch, so that its statuses count as the batch's. */
  default void checkComplete(long batchId, InboundMessage message) {}
}
