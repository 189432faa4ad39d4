package vn.chitra.hub.inbound;

import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.StoredFile;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.partner.PartnerProfile;

/** Closes the cases of unusable files once an understood one says what they meant. */
@Component
class SupersededFiles {

  private final FileArrivals arrivals;
  private final Cases cases;

  SupersededFiles(FileArrivals arrivals, Cases cases) {
    this.arrivals = arrivals;
    this.cases = cases;
  }

  /** The file was just read. */
  void by(PartnerProfile partner, StoredFile understood) {
    close(partner, understood.id(), understood.folder(), understood.name(), understood.id());
  }

  /** The bytes of a file that was read before came again, under this name. */
  void byRepeated(PartnerProfile partner, long understood, String folder, String name) {
    close(partner, understood, folder, name, Long.MAX_VALUE);
  }

  private void close(PartnerProfile partner, long understood, String folder, String name, long before) {
    arrivals.supersededBy(understood, folder, name, partner.kind().dictatesReplyNames(), before).forEach(id ->
        cases.autoClose(CaseKind.FILE_NOT_UNDERSTOOD, "file:" + id, "tệp #" + understood + " đọc được"));
  }
}
