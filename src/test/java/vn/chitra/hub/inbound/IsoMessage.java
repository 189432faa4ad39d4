package vn.chitra.hub.inbound;

import java.time.LocalDate;
import vn.chitra.hub.fixture.StoryEncryption;
import vn.chitra.hub.inbound.HubStory.InboundFile;

/** Answers of the test bank in ISO 20022, encrypted. */
final class IsoMessage {

  static final String BANK = "vietcombank";
  private static final String ACCOUNT = "<Acct><Id><Othr><Id>0801000765432</Id></Othr></Id></Acct>";

  private static int number;

  private IsoMessage() {}

  static InboundFile file(String xml) {
    return new InboundFile(BANK, "", "M" + ++number + ".pgp", StoryEncryption.byBank(xml, "m" + number));
  }

  /** @param said {@code RJCT AM09}: status, then reasons */
  static String group(int seq, String version, String at, String stated, String transactions) {
    String block = transactions.isEmpty() ? "" : "<OrgnlPmtInfAndSts><OrgnlPmtInfId>" + id(seq) + "</OrgnlPmtInfId>" + transactions
        + "</OrgnlPmtInfAndSts>";
    return document("pain.002.001." + version, "<CstmrPmtStsRpt><GrpHdr><MsgId>B</MsgId><CreDtTm>" + at + "</CreDtTm></GrpHdr>"
        + "<OrgnlGrpInfAndSts><OrgnlMsgId>" + id(seq) + "</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>"
        + level("GrpSts", stated) + "</OrgnlGrpInfAndSts>" + block + "</CstmrPmtStsRpt>");
  }

  /** The same with anything in the group after its message id, and in the payment information after its id; an empty block is left out. */
  static String report(int seq, String at, String group, String block) {
    return document("pain.002.001.10", "<CstmrPmtStsRpt><GrpHdr><MsgId>B</MsgId><CreDtTm>" + at + "</CreDtTm></GrpHdr>"
        + "<OrgnlGrpInfAndSts><OrgnlMsgId>" + id(seq) + "</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>" + group
        + "</OrgnlGrpInfAndSts>" + (block.isEmpty() ? "" : "<OrgnlPmtInfAndSts><OrgnlPmtInfId>" + id(seq) + "</OrgnlPmtInfId>" + block
        + "</OrgnlPmtInfAndSts>") + "</CstmrPmtStsRpt>");
  }

  /** How many transactions have which status: {@code RJCT 1}. */
  static String counted(String... counts) {
    StringBuilder xml = new StringBuilder();
    for (String count : counts) {
      String[] word = count.split(" ");
      xml.append("<NbOfTxsPerSts><DtldNbOfTxs>").append(word[1]).append("</DtldNbOfTxs><DtldSts>").append(word[0])
          .append("</DtldSts></NbOfTxsPerSts>");
    }
    return xml.toString();
  }

  static String transaction(String endToEndId, String stated) {
    return "<TxInfAndSts><OrgnlEndToEndId>" + endToEndId + "</OrgnlEndToEndId>" + level("TxSts", stated) + "</TxInfAndSts>";
  }

  /** The same, of a file of ours that the detail names. */
  static String bookedOf(int seq, String endToEndId, String amount, String ref) {
    return booked(endToEndId, amount, "DBIT", "BOOK", "").replace("<Refs>", "<Refs><AcctSvcrRef>" + ref + "</AcctSvcrRef><PmtInfId>"
        + id(seq) + "</PmtInfId>");
  }

  /** One entry with one detail of a camt.054. */
  static String booked(String endToEndId, String amount, String side, String status, String more) {
    return booked(endToEndId, amount, side, status, more, LocalDate.of(2026, 11, 4), "");
  }

  /** The same, booked on that day under the bank's own reference. */
  static String booked(String endToEndId, String amount, String side, String status, String more, LocalDate day, String reference) {
    String bankRef = reference.isEmpty() ? "" : "<AcctSvcrRef>" + reference + "</AcctSvcrRef>";
    return document("camt.054.001.08", "<BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>N</MsgId></GrpHdr><Ntfctn>" + ACCOUNT
        + "<Ntry><Amt Ccy=\"VND\">" + amount + "</Amt><CdtDbtInd>" + side + "</CdtDbtInd>" + (more.startsWith("<RvslInd>") ? more : "")
        + "<Sts><Cd>" + status + "</Cd></Sts><BookgDt><Dt>" + day + "</Dt></BookgDt><NtryDtls><TxDtls><Refs>" + bankRef + "<EndToEndId>"
        + endToEndId + "</EndToEndId></Refs><Amt Ccy=\"VND\">" + amount + "</Amt>" + (more.startsWith("<RvslInd>") ? "" : more)
        + "</TxDtls></NtryDtls></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn>");
  }

  /** A camt.054 of one notification with these entries; without any argument it has no notification. */
  static String notification(String... entries) {
    return document("camt.054.001.08", "<BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>N</MsgId></GrpHdr>"
        + (entries.length == 0 ? "" : "<Ntfctn>" + ACCOUNT + String.join("", entries) + "</Ntfctn>") + "</BkToCstmrDbtCdtNtfctn>");
  }

  /** One transaction of an entry. */
  static String detail(String endToEndId, String amount, String more) {
    return "<TxDtls><Refs><EndToEndId>" + endToEndId + "</EndToEndId></Refs><Amt Ccy=\"VND\">" + amount + "</Amt>" + more + "</TxDtls>";
  }

  /** A camt.053 of one day. */
  static String statement(LocalDate day, long opening, long closing, String entries) {
    return document("camt.053.001.08", "<BkToCstmrStmt><GrpHdr><MsgId>S-" + day + "</MsgId></GrpHdr><Stmt><Id>S</Id>" + ACCOUNT
        + balance("OPBD", opening, day) + balance("CLBD", closing, day) + entries + "</Stmt></BkToCstmrStmt>");
  }

  static String entry(long amount, String side, LocalDate day, String details) {
    return "<Ntry><Amt Ccy=\"VND\">" + amount + "</Amt><CdtDbtInd>" + side + "</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>" + day
        + "</Dt></BookgDt><NtryDtls>" + details + "</NtryDtls></Ntry>";
  }

  private static String balance(String kind, long dong, LocalDate day) {
    return "<Bal><Tp><CdOrPrtry><Cd>" + kind + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"VND\">" + Math.abs(dong) + "</Amt><CdtDbtInd>"
        + (dong < 0 ? "DBIT" : "CRDT") + "</CdtDbtInd><Dt><Dt>" + day + "</Dt></Dt></Bal>";
  }

  static String returned(String reason) {
    return "<RtrInf><Rsn><Cd>" + reason + "</Cd></Rsn></RtrInf>";
  }

  private static String id(int seq) {
    return "PTCTXH-%06d".formatted(seq);
  }

  private static String level(String element, String stated) {
    String[] words = stated.split(" ");
    StringBuilder xml = new StringBuilder("<" + element + ">" + words[0] + "</" + element + ">");
    for (int i = 1; i < words.length; i++) {
      xml.append("<StsRsnInf><Rsn><Cd>").append(words[i]).append("</Cd></Rsn></StsRsnInf>");
    }
    return xml.toString();
  }

  private static String document(String kind, String content) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:" + kind + "\">" + content
        + "</Document>";
  }
}
