package vn.chitra.hub.channel.iso20022;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.chitra.hub.batch.BankInstruction;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.support.NameFolding;

/**
 * Writes one pain.001.001.09. Its whole content comes from header and lines, the creation time too: the same input gives the same bytes.
 */
final class Pain001Writer {

  static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
  private static final String CURRENCY = "VND";
  private static final String PURPOSE = "SSBE";
  private static final int MAX_NAME = 140;
  /** The JDK's factory, by name: another implementation on the classpath could write other bytes. */
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final BatchHeader header;
  private final BufferedOutputStream bytes;
  private final XMLStreamWriter xml;

  Pain001Writer(BatchHeader header, OutputStream out) throws IOException {
    this.header = header;
    this.bytes = new BufferedOutputStream(out, 1 << 16);
    try {
      this.xml = FACTORY.createXMLStreamWriter(bytes, "UTF-8");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  void write(Iterator<BankInstruction> lines) throws IOException {
    try {
      xml.writeStartDocument("UTF-8", "1.0");
      line();
      xml.writeStartElement("Document");
      xml.writeDefaultNamespace(NAMESPACE);
      open("CstmrCdtTrfInitn");
      writeGroup();
      writePayment(lines);
      close(2);
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    bytes.flush();
  }

  private void writeGroup() throws XMLStreamException {
    line();
    open("GrpHdr");
    leaf("MsgId", messageId());
    leaf("CreDtTm", requireNonNull(header.valueDate(), "value date") + "T00:00:00+07:00");
    writeTotals();
    open("InitgPty");
    leaf("Nm", header.partner().sender());
    close(2);
  }

  private void writePayment(Iterator<BankInstruction> lines) throws XMLStreamException {
    line();
    open("PmtInf");
    leaf("PmtInfId", messageId());
    leaf("PmtMtd", "TRF");
    leaf("BtchBookg", "true");
    writeTotals();
    open("ReqdExctnDt");
    leaf("Dt", requireNonNull(header.valueDate(), "value date").toString());
    close(1);
    writeDebtor();
    while (lines.hasNext()) {
      line();
      writeTransaction(lines.next());
    }
    line();
    close(1);
    line();
  }

  private void writeDebtor() throws XMLStreamException {
    open("Dbtr");
    leaf("Nm", header.partner().sender());
    close(1);
    open("DbtrAcct");
    writeOtherId(requireNonNull(header.partner().fundingAccount(), "funding account"));
    leaf("Ccy", CURRENCY);
    close(1);
    open("DbtrAgt");
    open("FinInstnId");
    leaf("Nm", NameFolding.bankName(header.partner().name(), MAX_NAME));
    close(2);
  }

  private void writeTransaction(BankInstruction instruction) throws XMLStreamException {
    open("CdtTrfTxInf");
    open("PmtId");
    leaf("EndToEndId", instruction.endToEndId());
    close(1);
    open("Amt");
    xml.writeStartElement("InstdAmt");
    xml.writeAttribute("Ccy", CURRENCY);
    xml.writeCharacters(Long.toString(instruction.amountVnd()));
    close(2);
    writeCreditor(instruction);
    open("Purp");
    leaf("Cd", PURPOSE);
    close(1);
    if (!instruction.remark().isEmpty()) {
      open("RmtInf");
      leaf("Ustrd", instruction.remark());
      close(1);
    }
    close(1);
  }

  private void writeCreditor(BankInstruction instruction) throws XMLStreamException {
    open("CdtrAgt");
    open("FinInstnId");
    open("ClrSysMmbId");
    leaf("MmbId", instruction.bankBin());
    close(3);
    open("Cdtr");
    leaf("Nm", instruction.creditName());
    close(1);
    open("CdtrAcct");
    writeOtherId(instruction.account());
    close(1);
  }

  private void writeOtherId(String account) throws XMLStreamException {
    open("Id");
    open("Othr");
    leaf("Id", account);
    close(2);
  }

  private void writeTotals() throws XMLStreamException {
    leaf("NbOfTxs", Integer.toString(header.count()));
    leaf("CtrlSum", Long.toString(header.totalVnd()));
  }

  private String messageId() {
    return MessageIds.of(header.partner().sender(), header.seq());
  }

  private void open(String name) throws XMLStreamException {
    xml.writeStartElement(name);
  }

  private void leaf(String name, String text) throws XMLStreamException {
    open(name);
    xml.writeCharacters(text);
    close(1);
  }

  private void close(int elements) throws XMLStreamException {
    for (int i = 0; i < elements; i++) {
      xml.writeEndElement();
    }
  }

  /** A line a transaction: people and editors read these files too. */
  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }
}
