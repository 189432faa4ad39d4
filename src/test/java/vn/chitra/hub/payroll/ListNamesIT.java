package vn.chitra.hub.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.archive.Archive;

/** Names that the province has in NFD stand in NFC in the lists of post offices and communes, from its database to the bytes sent. */
class ListNamesIT {

  private static final String PERSON = "Nguyễn Thị Đức Huyền";
  private static final String PAYEE = "Đỗ Thị Hường";
  private static final String RECEIVER = "Lò Văn Phìn";
  private static final String ADDRESS = "Khu 3, phường Tân Hoà";

  private FlowHub hub;

  /** The second person's money is received by somebody with an authorisation. */
  @BeforeEach
  void twoPeopleWhoseNamesAreInNfd() {
    hub = FlowHub.begin();
    hub.welfare.people(1, 2).withoutAccount(1).withoutAccount(2);
    hub.welfare.province.update("update welfare.beneficiary set full_name = ?, address = ?", nfd(PERSON), nfd(ADDRESS));
    hub.welfare.province.update("update welfare.entitlement set payee_name = ?", nfd(PAYEE));
    hub.welfare.province.update("insert into welfare.authorisation (document_no, entitlement_id, receiver_name, valid_from, valid_to)"
        + " values ('UQ-1', 'QD-2', ?, '2026-01-01', '2027-12-31')", nfd(RECEIVER));
  }

  @Test
  void thePostOfficesListIsInNfc() throws IOException {
    inNfc(new String(list("BTXH"), StandardCharsets.UTF_8));
  }

  @Test
  void theCommunesListIsInNfc() throws Exception {
    inNfc(texts(list("NCC")));
  }

  private static void inNfc(String list) {
    assertThat(list).contains(PERSON, PAYEE, RECEIVER, ADDRESS);
    assertThat(Normalizer.isNormalized(list, Normalizer.Form.NFC)).isTrue();
  }

  /** The bytes of the list that a payroll of that programme becomes. */
  private byte[] list(String programme) throws IOException {
    String payroll = programme + "-04792-2026-11";
    hub.welfare.province.update("update welfare.entitlement set programme = ?", programme);
    hub.welfare.payroll(payroll, "2026-11").regular(payroll, 1, 1, "2026-11").regular(payroll, 2, 2, "2026-11");
    hub.welfare.province.update("update welfare.payroll set programme = ?", programme);
    hub.welfare.approve(payroll);
    hub.handOver(payroll);
    hub.gather();
    hub.build();
    return Files.readAllBytes(hub.bean(Archive.class).path(hub.jdbc.queryForObject("select file_sha256 from batch", String.class)));
  }

  /** Every text inside a workbook. */
  private static String texts(byte[] workbook) throws Exception {
    StringBuilder texts = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readAllBytes();
        if (entry.getName().endsWith(".xml")) {
          texts.append(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(content))
              .getDocumentElement().getTextContent()).append('\n');
        }
      }
    }
    return texts.toString();
  }

  private static String nfd(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }
}
