package vn.chitra.hub.inbound;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedStatus;

/** Parses files whose kind is part of the file name, and whose codes are in the partner's code table. */
public interface NamedFileParser extends InboundParser {

  /**
   * @param folder post office or commune of the folder in which the file lay; empty at a bank
   * @throws IOException when the archived bytes cannot be read: technology, not content
   */
  ParseResult read(PartnerProfile partner, String folder, String fileName, Path bytes, Consumer<ReportedStatus> lines) throws IOException;

  @Override
  default ParseResult read(InboundFile file, StatusSink statuses) throws IOException {
    return read(file.partner(), file.folder(), file.name(), file.bytes(), statuses::status);
  }
}
