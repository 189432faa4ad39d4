package vn.chitra.hub.sim.bank;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import vn.chitra.hub.sim.BusinessDays;

/**
 * The {@code bank-iso} contract, from the bank's side: encrypted pain.001 in, encrypted pain.002, camt.054 and camt.053 out, in every
 * version that the contract names, by turns.
 */
final class IsoDialect implements BankDialect {

  private static final long SMALL_CHANGE = 7;
  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:";
  private static final Pattern NAME = Pattern.compile("([A-Z0-9]+)-PAIN001-(\\d{6})\\.xml\\.pgp");
  private static final Map<String, String> REASONS = Map.of("01", "AC01", "02", "AC04", "03", "BE01", "04", "AC06", "05", "AM02", "06",
      "MD07", "20", "AC04", "F2", "AM10", "F3", "FF01", "F4", "AM04");
  private static final String[] CAMT = {"08", "04", "02"};
  private static final int MAX_TRANSACTIONS = 100_000;

  private final String sender;
  private final String account;
  private final PgpBox box;

  /** @param sender who the hub is at this bank */
  IsoDialect(String sender, String account, PgpBox box) {
    this.sender = sender;
    this.account = account;
    this.box = box;
  }

  @Override
  public boolean isPayment(String fileName) {
    return NAME.matcher(fileName).matches();
  }

  @Override
  public PaymentFile read(Set<String> bins, String fileName, byte[] bytes) {
    return new Reader(bins).read(fileName, bytes);
  }

  /** Free names are the bank's: the message says which file is meant. */
  @Override
  public String acknowledgementName(Acknowledgement acknowledgement, int number) {
    return String.format("STS-%06d-%02d.pgp", acknowledgement.seq(), number);
  }

  @Override
  public Optional<byte[]> acknowledgement(Acknowledgement acknowledgement) {
    String group = acknowledgement.code().equals("F1") ? status("RJCT", "DU01")
        : acknowledgement.accepted() ? "<GrpSts>ACTC</GrpSts>" : status("RJCT", REASONS.get(acknowledgement.code()));
    String version = acknowledgement.seq() % 2 == 0 ? "03" : "10";
    return Optional.of(encrypted(acknowledgementName(acknowledgement, 0), report(acknowledgement.seq(), version,
        acknowledgement.reportedAt(), group, ""), acknowledgement.reportedAt()));
  }

  private static String status(String status, String reason) {
    return "<GrpSts>" + status + "</GrpSts><StsRsnInf><Rsn><Cd>" + reason + "</Cd></Rsn></StsRsnInf>";
  }

  /** Refused payments as pain.002 under PART, booked or returned ones as camt.054; payments in progress are left out. */
  @Override
  public List<Reply> part(Part part, List<BankOrders.Row> rows, boolean first) {
    List<Reply> replies = new ArrayList<>();
    StringBuilder refused = new StringBuilder();
    Map<LocalDate, List<BankOrders.Row>> booked = new TreeMap<>();
    List<BankOrders.Row> back = new ArrayList<>();
    for (BankOrders.Row row : rows) {
      String code = first ? row.firstCode() : row.code();
      switch (code) {
        case "00" -> booked.computeIfAbsent(row.bookDate(), day -> new ArrayList<>()).add(row);
        case "09" -> { }
        case "20" -> back.add(row);
        default -> refused.append("<TxInfAndSts><OrgnlEndToEndId>").append(row.endToEndId()).append("</OrgnlEndToEndId><TxSts>RJCT</TxSts>")
            .append("<StsRsnInf><Rsn><Cd>").append(REASONS.get(code)).append("</Cd></Rsn><AddtlInf>").append(BankOrders.stated(code))
            .append("</AddtlInf></StsRsnInf></TxInfAndSts>\n");
      }
    }
    String mark = String.format("%06d-%d", part.seq(), part.number());
    if (!refused.isEmpty() || part.number() == 1) {
      String block = refused.isEmpty() ? "" : "<OrgnlPmtInfAndSts><OrgnlPmtInfId>" + messageId(part.seq()) + "</OrgnlPmtInfId>\n"
          + refused + "</OrgnlPmtInfAndSts>";
      String group = refused.isEmpty() ? "<GrpSts>ACSP</GrpSts>" : "<GrpSts>PART</GrpSts>";
      replies.add(reply("PSR-" + mark, report(part.seq(), part.seq() % 2 == 0 ? "10" : "03", part.reportedAt(), group, block),
          part.reportedAt()));
    }
    if (!booked.isEmpty() || !back.isEmpty()) {
      replies.add(reply("NTF-" + mark, notification(part, booked, back), part.reportedAt()));
    }
    return replies;
  }

  private String report(int seq, String version, Instant at, String group, String block) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"" + NAMESPACE + "pain.002.001." + version
        + "\"><CstmrPmtStsRpt>\n"
        + "<GrpHdr><MsgId>S" + seq + "-" + at.getEpochSecond() + "</MsgId><CreDtTm>" + at
        + "</CreDtTm></GrpHdr>\n<OrgnlGrpInfAndSts><OrgnlMsgId>"
        + messageId(seq) + "</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>" + group + "</OrgnlGrpInfAndSts>\n" + block
        + "</CstmrPmtStsRpt></Document>\n";
  }

  private String notification(Part part, Map<LocalDate, List<BankOrders.Row>> booked, List<BankOrders.Row> back) {
    String version = CAMT[(part.seq() + part.number()) % CAMT.length];
    StringBuilder entries = new StringBuilder();
    booked.forEach((day, rows) -> {
      StringBuilder details = new StringBuilder("<NtryDtls><Btch><PmtInfId>" + messageId(part.seq()) + "</PmtInfId><NbOfTxs>" + rows.size()
          + "</NbOfTxs></Btch>\n");
      rows.forEach(row -> details.append(detail(row, "DBIT", "")));
      long total = rows.stream().mapToLong(BankOrders.Row::amount).sum();
      entries.append(entry(version, total, "DBIT", day, details + "</NtryDtls>"));
    });
    back.forEach(row -> entries.append(entry(version, row.amount(), "CRDT", row.bookDate(), "<NtryDtls>"
        + detail(row, "CRDT", "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>") + "</NtryDtls>")));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<n:Document xmlns:n=\"" + NAMESPACE + "camt.054.001." + version + "\">"
        + prefixed("<BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>N" + part.seq() + "-" + part.number() + "</MsgId><CreDtTm>" + part.reportedAt()
        + "</CreDtTm></GrpHdr><Ntfctn><Id>" + part.seq() + "</Id>" + accountId() + "\n" + entries
        + "</Ntfctn></BkToCstmrDbtCdtNtfctn>") + "</n:Document>\n";
  }

  /** Another way to write the same: every element under a prefix. */
  private static String prefixed(String xml) {
    return xml.replaceAll("<(/?)([A-Za-z])", "<$1n:$2");
  }

  private static String detail(BankOrders.Row row, String side, String more) {
    return "<TxDtls><Refs><AcctSvcrRef>" + row.reference() + "</AcctSvcrRef><EndToEndId>" + row.endToEndId() + "</EndToEndId></Refs>"
        + "<Amt Ccy=\"VND\">" + row.amount() + "</Amt><CdtDbtInd>" + side + "</CdtDbtInd>" + more + "</TxDtls>\n";
  }

  private static String entry(String version, long amount, String side, LocalDate day, String details) {
    String status = version.equals("08") ? "<Sts><Cd>BOOK</Cd></Sts>" : "<Sts>BOOK</Sts>";
    return "<Ntry><Amt Ccy=\"VND\">" + amount + (amount % 2 == 0 ? ".00" : "") + "</Amt><CdtDbtInd>" + side + "</CdtDbtInd>" + status
        + "<BookgDt><Dt>" + day + "</Dt></BookgDt>" + details + "</Ntry>\n";
  }

  @Override
  public Reply statement(BankLedger.Day day) {
    String version = CAMT[day.date().getDayOfYear() % CAMT.length];
    StringBuilder entries = new StringBuilder();
    day.entries().forEach(one -> entries.append(statementEntry(version, day.date(), one)));
    Instant at = BusinessDays.at(day.date(), 17, 45);
    String xml = "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"" + NAMESPACE + "camt.053.001." + version
        + "\"><BkToCstmrStmt><GrpHdr><MsgId>D" + day.date() + "</MsgId><CreDtTm>" + at + "</CreDtTm></GrpHdr>\n<Stmt><Id>" + day.date()
        + "</Id>" + accountId() + balance("OPBD", day.opening(), day.date()) + balance("CLBD", day.closing(), day.date()) + "\n" + entries
        + "</Stmt></BkToCstmrStmt></Document>\n";
    return reply("STMT-" + day.date(), xml, at);
  }

  /** Its statements do not say what a credit is for: what funds a file of one payment must not look like that payment's return. */
  @Override
  public long funding(long total) {
    return total + SMALL_CHANGE;
  }

  private String statementEntry(String version, LocalDate day, BankLedger.Entry one) {
    String side = one.side().equals("D") ? "DBIT" : "CRDT";
    String reference = one.reference();
    String details = "<AddtlNtryInf>" + one.remark() + "</AddtlNtryInf>";
    if (reference.startsWith("F")) {
      details = "<NtryDtls><Btch><PmtInfId>" + messageId(Integer.parseInt(reference.substring(1))) + "</PmtInfId><NbOfTxs>" + one.items()
          + "</NbOfTxs></Btch></NtryDtls>";
    } else if (reference.startsWith("R")) {
      details = "<NtryDtls><TxDtls><Refs><EndToEndId>" + reference.substring(1) + "</EndToEndId></Refs><RtrInf><Rsn><Cd>AC04</Cd></Rsn>"
          + "</RtrInf></TxDtls></NtryDtls>";
    }
    return entry(version, one.amount(), side, day, details);
  }

  private static String balance(String kind, long amount, LocalDate day) {
    return "<Bal><Tp><CdOrPrtry><Cd>" + kind + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"VND\">" + Math.abs(amount) + "</Amt><CdtDbtInd>"
        + (amount < 0 ? "DBIT" : "CRDT") + "</CdtDbtInd><Dt><Dt>" + day + "</Dt></Dt></Bal>";
  }

  private String accountId() {
    return "<Acct><Id><Othr><Id>" + account + "</Id></Othr></Id><Ccy>VND</Ccy></Acct>";
  }

  private String messageId(int seq) {
    return String.format("%s-%06d", sender, seq);
  }

  private Reply reply(String name, String xml, Instant at) {
    return new Reply(name + ".pgp", encrypted(name, xml, at));
  }

  private byte[] encrypted(String name, String xml, Instant at) {
    return box.encryptAndSign(xml.getBytes(StandardCharsets.UTF_8), name + ".xml", at);
  }

  private final class Reader extends PaymentReader {

    Reader(Set<String> bins) {
      super(bins);
    }

    PaymentFile read(String fileName, byte[] bytes) {
      Matcher name = NAME.matcher(fileName);
      if (!name.matches()) {
        throw new IllegalArgumentException("not a payment file's name: " + fileName);
      }
      int seq = Integer.parseInt(name.group(2));
      String valueDate = "";
      try {
        Element root = parse(box.open(bytes)).getDocumentElement();
        expect((NAMESPACE + "pain.001.001.09").equals(root.getNamespaceURI()), "another message");
        valueDate = text(root, "PmtInf/ReqdExctnDt/Dt");
        transactions(root);
        head(root, seq);
        expect(sender.equals(name.group(1)), "the name carries another sender");
        expect(orders.size() <= MAX_TRANSACTIONS, "more than " + MAX_TRANSACTIONS + " transactions");
      } catch (IllegalArgumentException e) {
        expect(false, e.getMessage());
      }
      return file(seq, day(valueDate, DateTimeFormatter.ISO_LOCAL_DATE));
    }

    private void head(Element root, int seq) {
      for (String level : List.of("GrpHdr", "PmtInf")) {
        expectTotals(text(root, level + "/NbOfTxs").equals(Integer.toString(orders.size()))
            && text(root, level + "/CtrlSum").equals(Long.toString(total())), "the totals of " + level + " do not fit");
      }
      String ids = text(root, "GrpHdr/MsgId") + " " + text(root, "PmtInf/PmtInfId");
      expect(ids.equals(messageId(seq) + " " + messageId(seq)), "MsgId and PmtInfId do not fit the name");
      expect(text(root, "PmtInf/PmtMtd").equals("TRF") && text(root, "PmtInf/BtchBookg").equals("true"), "no batch of transfers");
      expect(text(root, "PmtInf/DbtrAcct/Id/Othr/Id").equals(account), "another account");
      expect(root.getElementsByTagNameNS("*", "PmtInf").getLength() == 1, "not one payment information");
    }

    private void transactions(Element root) {
      NodeList all = root.getElementsByTagNameNS("*", "CdtTrfTxInf");
      for (int i = 0; i < all.getLength(); i++) {
        Element one = (Element) all.item(i);
        String amount = text(one, "Amt/InstdAmt");
        if (!amount.matches("[1-9]\\d{0,14}")) {
          expect(false, "transaction " + (i + 1) + " has no amount in dong");
          return;
        }
        expect("VND".equals(child(child(one, "Amt"), "InstdAmt").getAttribute("Ccy")), "another currency");
        expect(text(one, "Purp/Cd").equals("SSBE"), "another purpose");
        add(new PaymentFile.Order(i + 1, text(one, "PmtId/EndToEndId"), text(one, "CdtrAcct/Id/Othr/Id"), text(one, "Cdtr/Nm"),
            text(one, "CdtrAgt/FinInstnId/ClrSysMmbId/MmbId"), Long.parseLong(amount)), text(one, "RmtInf/Ustrd"));
      }
    }

    private static Document parse(byte[] xml) {
      try {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new ByteArrayInputStream(xml));
      } catch (ParserConfigurationException | SAXException | IOException e) {
        throw new IllegalArgumentException("no sound XML", e);
      }
    }

    /** The text at a path below; empty where something on the way is missing. */
    private static String text(Element from, String path) {
      Element at = from.getLocalName().equals("Document") ? child(from, "CstmrCdtTrfInitn") : from;
      for (String step : path.split("/")) {
        at = at == null ? null : child(at, step);
      }
      return at == null ? "" : at.getTextContent();
    }

    private static @Nullable Element child(Element parent, String name) {
      for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
        if (node instanceof Element element && name.equals(element.getLocalName())) {
          return element;
        }
      }
      return null;
    }
  }
}
