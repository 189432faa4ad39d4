package vn.chitra.hub.bench.formats;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;

/** ISO 20022 messages of a bank, a transaction at a time. */
final class IsoFiles {

  private static final PartnerProfile BANK = Shipped.partner(PartnerKind.BANK_ISO);

  private IsoFiles() {}

  /** Every transaction listed, as a bank may do that reports more than the contract asks. */
  static void pain002(int seq, int lines, Path file) throws IOException {
    String ours = "%s-%06d".formatted(BANK.sender(), seq);
    try (PrintStream out = document(file, "pain.002.001.10")) {
      out.print("<CstmrPmtStsRpt><GrpHdr><MsgId>B1</MsgId><CreDtTm>2026-11-25T09:15:00</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>"
          + ours + "</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>"
          + "<OrgnlPmtInfAndSts><OrgnlPmtInfId>" + ours + "</OrgnlPmtInfId>\n");
      for (int line = 1; line <= lines; line++) {
        out.print("<TxInfAndSts><OrgnlEndToEndId>" + Payouts.id(seq, line) + "</OrgnlEndToEndId>" + (InboundFiles.paid(line)
            ? "<TxSts>ACCC</TxSts>" : "<TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf>")
            + "<OrgnlTxRef><Amt><InstdAmt Ccy=\"VND\">" + Payouts.amount(line) + "</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>\n");
      }
      out.print("</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>");
    }
  }

  /** One booked debit with a detail a payment. */
  static void camt054(int seq, int lines, Path file) throws IOException {
    try (PrintStream out = document(file, "camt.054.001.08")) {
      out.print("<BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>B2</MsgId></GrpHdr><Ntfctn>" + account() + "<Ntry>" + amount(InboundFiles.sum(lines))
          + "<CdtDbtInd>DBIT</CdtDbtInd>" + BOOKED + "<NtryDtls>\n");
      for (int line = 1; line <= lines; line++) {
        out.print(detail(seq, line, "DBIT", ""));
      }
      out.print("</NtryDtls></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>");
    }
  }

  /** A returned payment an entry. */
  static void camt053(int seq, int lines, Path file) throws IOException {
    try (PrintStream out = document(file, "camt.053.001.08")) {
      out.print("<BkToCstmrStmt><GrpHdr><MsgId>B3</MsgId></GrpHdr><Stmt>" + account() + balance("OPBD", 0)
          + balance("CLBD", InboundFiles.sum(lines)));
      for (int line = 1; line <= lines; line++) {
        out.print("<Ntry>" + amount(Payouts.amount(line)) + "<CdtDbtInd>CRDT</CdtDbtInd>" + BOOKED + "<NtryDtls>"
            + detail(seq, line, "CRDT", "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>") + "</NtryDtls></Ntry>\n");
      }
      out.print("</Stmt></BkToCstmrStmt></Document>");
    }
  }

  private static final String BOOKED = "<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-25</Dt></BookgDt>";

  private static PrintStream document(Path file, String kind) throws IOException {
    PrintStream out = InboundFiles.open(file);
    out.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:" + kind + "\">");
    return out;
  }

  private static String account() {
    return "<Acct><Id><Othr><Id>" + BANK.fundingAccount() + "</Id></Othr></Id></Acct>";
  }

  private static String balance(String kind, long dong) {
    return "<Bal><Tp><CdOrPrtry><Cd>" + kind + "</Cd></CdOrPrtry></Tp>" + amount(dong)
        + "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-25</Dt></Dt></Bal>";
  }

  private static String detail(int seq, int line, String side, String more) {
    return "<TxDtls><Refs><AcctSvcrRef>FT2632" + line + "</AcctSvcrRef><EndToEndId>" + Payouts.id(seq, line) + "</EndToEndId></Refs>"
        + amount(Payouts.amount(line)) + "<CdtDbtInd>" + side + "</CdtDbtInd>" + more + "</TxDtls>\n";
  }

  private static String amount(long dong) {
    return "<Amt Ccy=\"VND\">" + dong + "</Amt>";
  }
}
