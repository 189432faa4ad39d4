package vn.chitra.hub.channel.iso20022;


/** Messages as a bank would write them, with one part to vary. */
final class IsoMessages {

  static final String PAYMENT = IsoFixtures.endToEndId(1);
  static final String OTHER_PAYMENT = IsoFixtures.endToEndId(2);

  private IsoMessages() {}

  /** A level's status and reason: {@code ACCP}, {@code RJCT AM04}, {@code RJCT AM09 AM10}, or empty. */
  static String level(String element, String stated) {
    if (stated.isBlank()) {
      return "";
    }
    String[] words = stated.strip().split(" ");
    StringBuilder xml = new StringBuilder("<%1$s>%2$s</%1$s>".formatted(element, words[0]));
    for (int i = 1; i < words.length; i++) {
      xml.append("<StsRsnInf><Rsn><Cd>").append(words[i]).append("</Cd></Rsn></StsRsnInf>");
    }
    return xml.toString();
  }

  static String pain002(String version, String group, String block, String... transactions) {
    String listed = String.join("", transactions);
    String payment = block.isBlank() && listed.isEmpty() ? ""
        : "<OrgnlPmtInfAndSts><OrgnlPmtInfId>PTCTXH-000017</OrgnlPmtInfId>" + level("PmtInfSts", block) + listed + "</OrgnlPmtInfAndSts>";
    return document("pain.002.001." + version, "<CstmrPmtStsRpt><GrpHdr><MsgId>B1</MsgId><CreDtTm>2026-11-25T09:15:00</CreDtTm></GrpHdr>"
        + "<OrgnlGrpInfAndSts><OrgnlMsgId>PTCTXH-000017</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>" + level("GrpSts", group)
        + "</OrgnlGrpInfAndSts>" + payment + "</CstmrPmtStsRpt>");
  }

  static String transaction(String endToEndId, String stated) {
    return "<TxInfAndSts><OrgnlEndToEndId>" + endToEndId + "</OrgnlEndToEndId>" + level("TxSts", stated) + "</TxInfAndSts>";
  }

  static String camt054(String... entries) {
    return document("camt.054.001.08", "<BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>B2</MsgId></GrpHdr><Ntfctn>" + ACCOUNT
        + String.join("\n", entries) + "</Ntfctn></BkToCstmrDbtCdtNtfctn>");
  }

  static String camt053(long opening, long closing, String... entries) {
    return document("camt.053.001.08", "<BkToCstmrStmt><GrpHdr><MsgId>B3</MsgId></GrpHdr><Stmt>" + ACCOUNT + balance("OPBD", opening)
        + balance("CLBD", closing) + String.join("\n", entries) + "</Stmt></BkToCstmrStmt>");
  }

  static String entry(String amount, String side, String status, String details) {
    return entry("<Amt Ccy=\"VND\">" + amount + "</Amt>", side, "", status, details);
  }

  static String entry(String amountElement, String side, String reversal, String status, String details) {
    return "<Ntry>" + amountElement + "<CdtDbtInd>" + side + "</CdtDbtInd>" + reversal + "<Sts><Cd>" + status
        + "</Cd></Sts><BookgDt><Dt>2026-11-25</Dt></BookgDt><NtryDtls>" + details + "</NtryDtls></Ntry>";
  }

  static String detail(String endToEndId, String amount, String more) {
    return "<TxDtls><Refs><EndToEndId>" + endToEndId + "</EndToEndId></Refs><Amt Ccy=\"VND\">" + amount + "</Amt>" + more + "</TxDtls>";
  }

  static String returned(String code) {
    return "<RtrInf><Rsn><Cd>" + code + "</Cd></Rsn></RtrInf>";
  }

  static String document(String kind, String content) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:" + kind + "\">" + content
        + "</Document>";
  }

  private static final String ACCOUNT = "<Acct><Id><Othr><Id>0021000123456</Id></Othr></Id></Acct>";

  private static String balance(String kind, long amount) {
    return "<Bal><Tp><CdOrPrtry><Cd>" + kind + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"VND\">" + Math.abs(amount) + "</Amt><CdtDbtInd>"
        + (amount < 0 ? "DBIT" : "CRDT") + "</CdtDbtInd><Dt><Dt>2026-11-25</Dt></Dt></Bal>";
  }
}
