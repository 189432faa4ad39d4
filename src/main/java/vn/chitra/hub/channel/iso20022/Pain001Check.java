package vn.chitra.hub.channel.iso20022;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.chitra.hub.batch.BankInstruction;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.support.NameFolding;

/**
 * Verifies a pain.001 by reading it back and comparing every leaf and attribute with the intended one: a missing, extra or different one is
 * a complaint. Shares no code with {@link Pain001Writer}. One transaction is held at a time.
 */
final class Pain001Check {

  private static final int MAX_COMPLAINTS = 20;
  private static final String TRANSACTION = "/Document/CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf";
  private static final String MEANT_NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
  private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

  static {
    FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    FACTORY.setProperty(XMLInputFactory.IS_COALESCING, true);
  }

  private final BatchHeader header;
  private final Iterator<BankInstruction> meant;
  private final List<String> complaints = new ArrayList<>();
  private final Deque<String> path = new ArrayDeque<>(List.of(""));
  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> top = new TreeMap<>();
  private Map<String, String> current = top;
  private int count;
  private long total;

  Pain001Check(BatchHeader header, Iterator<BankInstruction> meant) {
    this.header = header;
    this.meant = meant;
  }

  List<String> complaintsAbout(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
      while (xml.hasNext() && complaints.size() < MAX_COMPLAINTS) {
        take(xml);
      }
    } catch (XMLStreamException e) {
      complain("Tệp XML hỏng ở dòng %d".formatted(e.getLocation() == null ? 0 : e.getLocation().getLineNumber()));
    }
    if (complaints.size() < MAX_COMPLAINTS) {
      compareWhole();
    }
    return List.copyOf(complaints);
  }

  private void take(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.next()) {
      case XMLStreamConstants.START_ELEMENT -> start(xml);
      case XMLStreamConstants.END_ELEMENT -> end();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> complain("Tệp có DOCTYPE hoặc thực thể");
      default -> { }
    }
  }

  private void start(XMLStreamReader xml) {
    text.setLength(0);
    String here = path.element() + "/" + xml.getLocalName();
    path.push(here);
    if (!MEANT_NAMESPACE.equals(xml.getNamespaceURI())) {
      complain("Trường %s không thuộc pain.001.001.09".formatted(here));
    }
    if (here.equals(TRANSACTION)) {
      current = new TreeMap<>();
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      keep(here + "@" + xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
  }

  private void end() {
    String here = path.pop();
    String value = text.toString();
    text.setLength(0);
    if (!value.isBlank()) {
      keep(here, value);
    }
    if (here.equals(TRANSACTION)) {
      compareTransaction();
      current = top;
    }
  }

  private void keep(String key, String value) {
    if (current.put(key, value) != null) {
      complain(place() + "trường %s có hai lần".formatted(key));
    }
  }

  private void compareTransaction() {
    count++;
    if (!meant.hasNext()) {
      complain("Giao dịch thứ %d: thừa".formatted(count));
      return;
    }
    BankInstruction instruction = meant.next();
    total = Math.addExact(total, instruction.amountVnd());
    compare(current, expectedOf(instruction));
  }

  private void compareWhole() {
    compare(top, expectedTop());
    if (meant.hasNext()) {
      complain("Thiếu giao dịch: tệp chỉ có %d".formatted(count));
    }
    if (count != header.count()) {
      complain("Số giao dịch %d khác số đã định %d".formatted(count, header.count()));
    }
    if (total != header.totalVnd()) {
      complain("Tổng tiền %d khác tổng đã định %d".formatted(total, header.totalVnd()));
    }
  }

  private void compare(Map<String, String> found, Map<String, String> expected) {
    expected.forEach((key, value) -> {
      String stated = found.remove(key);
      if (stated == null) {
        complain(place() + "thiếu trường " + key);
      } else if (!stated.equals(value)) {
        complain(place() + "trường %s khác với điều phải gửi".formatted(key));
      }
    });
    found.keySet().forEach(key -> complain(place() + "thừa trường " + key));
  }

  private Map<String, String> expectedTop() {
    String group = "/Document/CstmrCdtTrfInitn/GrpHdr/";
    String payment = "/Document/CstmrCdtTrfInitn/PmtInf/";
    String sender = header.partner().sender();
    String id = "%s-%06d".formatted(sender, header.seq());
    String bank = NameFolding.bankName(header.partner().name(), 140);
    return Map.ofEntries(Map.entry(group + "MsgId", id), Map.entry(group + "CreDtTm", header.valueDate() + "T00:00:00+07:00"),
        Map.entry(group + "NbOfTxs", "" + header.count()), Map.entry(group + "CtrlSum", "" + header.totalVnd()),
        Map.entry(group + "InitgPty/Nm", sender), Map.entry(payment + "PmtInfId", id), Map.entry(payment + "PmtMtd", "TRF"),
        Map.entry(payment + "BtchBookg", "true"), Map.entry(payment + "NbOfTxs", "" + header.count()),
        Map.entry(payment + "CtrlSum", "" + header.totalVnd()), Map.entry(payment + "ReqdExctnDt/Dt", "" + header.valueDate()),
        Map.entry(payment + "Dbtr/Nm", sender), Map.entry(payment + "DbtrAcct/Id/Othr/Id", "" + header.partner().fundingAccount()),
        Map.entry(payment + "DbtrAcct/Ccy", "VND"), Map.entry(payment + "DbtrAgt/FinInstnId/Nm", bank));
  }

  private static Map<String, String> expectedOf(BankInstruction instruction) {
    Map<String, String> expected = new TreeMap<>();
    expected.put(TRANSACTION + "/PmtId/EndToEndId", instruction.endToEndId());
    expected.put(TRANSACTION + "/Amt/InstdAmt", "" + instruction.amountVnd());
    expected.put(TRANSACTION + "/Amt/InstdAmt@Ccy", "VND");
    expected.put(TRANSACTION + "/CdtrAgt/FinInstnId/ClrSysMmbId/MmbId", instruction.bankBin());
    expected.put(TRANSACTION + "/Cdtr/Nm", instruction.creditName());
    expected.put(TRANSACTION + "/CdtrAcct/Id/Othr/Id", instruction.account());
    expected.put(TRANSACTION + "/Purp/Cd", "SSBE");
    if (!instruction.remark().isEmpty()) {
      expected.put(TRANSACTION + "/RmtInf/Ustrd", instruction.remark());
    }
    return expected;
  }

  private String place() {
    return current == top ? "Đầu tệp: " : "Giao dịch thứ %d: ".formatted(count);
  }

  private void complain(String complaint) {
    if (complaints.size() < MAX_COMPLAINTS) {
      complaints.add(complaint);
    }
  }
}
