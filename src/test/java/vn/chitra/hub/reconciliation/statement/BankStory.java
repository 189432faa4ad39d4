package vn.chitra.hub.reconciliation.statement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.FileSystemUtils;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.archive.StoredFile;
import vn.chitra.hub.archive.StoredFiles;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.fixture.StoryEncryption;
import vn.chitra.hub.inbound.AppliedFile;
import vn.chitra.hub.inbound.ApplyFile;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.repair.Role;
import vn.chitra.hub.support.EndToEndId;
import vn.chitra.hub.support.Zone;

/** A bank with files for tests: payment files are present as sent, its answers and statements arrive as bytes. */
final class BankStory {

  static final String PAYROLL = "NCC-07969-2026-11";
  private static final Path MAPPINGS = mappings();
  private static final DateTimeFormatter BASIC = DateTimeFormatter.BASIC_ISO_DATE;

  private final HubFixture hub = HubFixture.with("--hub.mappings=" + MAPPINGS.toUri());
  private final JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
  final PartnerProfile bank;
  private int messages;
  private int lines;
  private long balance = 1_000_000;
  private boolean reads = true;
  private boolean takes = true;

  BankStory() {
    this("agribank");
  }

  BankStory(String partner) {
    bank = hub.bean(Partners.class).byId(partner).orElseThrow();
    hub.reset(vietnam("2026-11-26T08:00"));
    jdbc.update("""
        insert into payroll (payroll_id, programme, agency_code, commune_code, period_from, period, account_cutoff, pay_from, pay_until,
          item_count, total_vnd, state, taken_at, accepted_count, accepted_vnd, receipt_status)
        values (?, 'NCC', 'SNV', '07969', '2026-11-01', '2026-11-01', '2026-10-15', '2026-11-26', '2026-12-15', 0, 0, 'RELEASED', ?, 0, 0,
          'TAKEN')""", PAYROLL, now());
  }

  BankStory at(String vietnamTime) {
    hub.clock().moveTo(vietnam(vietnamTime));
    return this;
  }

  /** A payment file that the bank holds; the payments' ids in order. */
  List<String> sent(int seq, long... amounts) {
    return sentBy(bank.id(), seq, amounts);
  }

  /** The same at any bank. */
  List<String> sentBy(String partner, int seq, long... amounts) {
    String form = bank.kind() == PartnerKind.BANK_ISO ? "%s-PAIN001-%06d.xml.pgp" : "CT_%s_20261126_%06d.csv";
    String name = form.formatted(bank.sender(), seq);
    Long batch = jdbc.queryForObject("""
        insert into batch (proof, partner, kind, value_date, state, seq, file_name, file_sha256, file_size, payment_count, total_vnd,
          opened_at,
          built_at, sent_at, acknowledged_at, answer_due_on)
        values ('ACK', ?, 'PAYMENT', '2026-11-26', 'ACKNOWLEDGED', ?, ?, repeat('a', 64), 1, ?, ?, ?, ?, ?, ?, '2026-12-02')
          returning batch_id""",
        Long.class, partner, seq, name, amounts.length, Arrays.stream(amounts).sum(), now(), now(), now(), now());
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < amounts.length; i++) {
      ids.add(payment(partner, Objects.requireNonNull(batch), i + 1, amounts[i]));
    }
    return ids;
  }

  private String payment(String partner, long batch, int batchLine, long amount) {
    int line = ++lines;
    Long payout = jdbc.queryForObject("""
        insert into payout (payroll_id, line_no, current_payroll_id, current_line_no, programme, commune_code, period, entitlement_id,
          beneficiary_id, kind, for_from, for_to, amount_vnd, state, attempt, channel, partner, beneficiary_name, circumstance,
          no_transfer, cash_place, payee_name, payee_relation, pay_from, pay_until, updated_at)
        values (?, ?, ?, ?, 'NCC', '07969', '2026-11-01', ?, ?, 'REGULAR', '2026-11-01', '2026-11-01', ?, 'OPEN', 1, 'BANK', ?,
          'Đỗ Thị Hường', 'NONE', false, 'HOME', 'Đỗ Thị Hường', 'SELF', '2026-11-26', '2026-12-15', ?) returning payout_id""", Long.class,
        PAYROLL, line, PAYROLL, line, "QD-" + line, "NH-" + line, amount, partner, now());
    String id = EndToEndId.of(PAYROLL, line, 1);
    jdbc.update("""
        insert into payment (payout_id, attempt, end_to_end_id, channel, partner, amount_vnd, state, batch_id, batch_line, updated_at)
        values (?, 1, ?, 'BANK', ?, ?, 'SENT', ?, ?, ?)""", payout, id, partner, amount, batch, batchLine, now());
    return id;
  }

  /** A part of the bank's results; each line is {@code id amount status day}. */
  void result(int seq, int part, boolean last, String... stated) {
    StringBuilder text = new StringBuilder("H|1|%s|%d|%d|%s\n".formatted(bank.sender(), seq, part, last ? "Y" : "N"));
    long sum = 0;
    for (String line : stated) {
      String[] word = line.split(" ");
      text.append("R|%s|%s|%s|FT%s|%s|\n".formatted(word[0], word[1], word[2], part, word[3].replace("-", "")));
      sum += Long.parseLong(word[1]);
    }
    text.append("T|%d|%d\n".formatted(stated.length, sum));
    comes("KQ_%s_20261126_%06d_%02d.csv".formatted(bank.sender(), seq, part), text.toString());
  }

  static String paid(String id, long amount, String day) {
    return id + " " + amount + " 00 " + day;
  }

  static String returned(String id, long amount, String day) {
    return id + " " + amount + " 20 " + day;
  }

  /** The bank refuses the whole file for lack of funds. */
  void refusedForFunds(int seq, int number) {
    if (bank.kind() == PartnerKind.BANK_ISO) {
      says("pain.002.001.10", "<CstmrPmtStsRpt><GrpHdr><MsgId>B" + number + "</MsgId><CreDtTm>" + hub.bean(Clock.class).instant()
          + "</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>%s-%06d</OrgnlMsgId>".formatted(bank.sender(), seq)
          + "<OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>AM04</Cd></Rsn></StsRsnInf>"
          + "</OrgnlGrpInfAndSts></CstmrPmtStsRpt>");
      return;
    }
    refusal(seq, number, "F4|CHƯA ĐỦ TIỀN");
  }

  /** The bank refuses the whole file for its form. */
  void refused(int seq, int number) {
    refusal(seq, number, "F3|SAI ĐỊNH DẠNG");
  }

  private void refusal(int seq, int number, String stated) {
    String ours = "CT_%s_20261126_%06d.csv".formatted(bank.sender(), seq);
    comes("ACK_%s_%02d".formatted(ours, number), "A|" + ours + "|" + "a".repeat(64) + "|REFUSED|" + stated + "\n");
  }

  /** The day's statement, following the last one told by this story; each entry is {@code D F1 300000}. */
  void statement(String day, String... entries) {
    long opening = balance;
    long debits = sum(entries, "D");
    long credits = sum(entries, "C");
    balance = opening + credits - debits;
    statementWith(day, opening, "\n", entries);
  }

  void statementWith(String day, long opening, String lineEnd, String... entries) {
    long debits = sum(entries, "D");
    long credits = sum(entries, "C");
    String date = BASIC.format(LocalDate.parse(day));
    StringBuilder text = new StringBuilder("H|1|%s|%s|%d|%d".formatted(bank.fundingAccount(), date, opening, opening + credits - debits))
        .append(lineEnd);
    for (int i = 0; i < entries.length; i++) {
      String[] word = entries[i].split(" ");
      text.append("E|%d|%s|%s|%s|BR%d|Đối chiếu".formatted(i + 1, word[0], word[2], word[1], i)).append(lineEnd);
    }
    text.append("T|%d|%d|%d".formatted(entries.length, debits, credits)).append(lineEnd);
    comes("SK_%s_%s.csv".formatted(bank.sender(), date), text.toString());
  }

  private static long sum(String[] entries, String side) {
    return Arrays.stream(entries).filter(entry -> entry.startsWith(side)).mapToLong(entry -> Long.parseLong(entry.split(" ")[2])).sum();
  }

  /** An encrypted message of the bank. */
  void says(String kind, String message) {
    String name = "M" + ++messages + ".pgp";
    String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:" + kind + "\">" + message
        + "</Document>";
    comes(name, StoryEncryption.byBank(xml, name));
  }

  /** The day's camt.053, following the last one told by this story. */
  void isoStatement(String day, IsoCredit... credits) {
    long opening = balance;
    balance += Arrays.stream(credits).mapToLong(IsoCredit::amount).sum();
    String entries = Arrays.stream(credits).map(credit -> "<Ntry><Amt Ccy=\"VND\">" + credit.amount() + "</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
        + "<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>" + day + "</Dt></BookgDt>" + credit.details() + "</Ntry>").collect(Collectors.joining());
    says("camt.053.001.08", "<BkToCstmrStmt><GrpHdr><MsgId>S" + day + "</MsgId></GrpHdr><Stmt>" + account()
        + isoBalance("OPBD", opening, day) + isoBalance("CLBD", balance, day) + entries + "</Stmt></BkToCstmrStmt>");
  }

  /** The day's camt.053 with one debit of a file of ours, following the last one told by this story. */
  void isoStatementOfFile(String day, int seq, long amount) {
    long opening = balance;
    balance -= amount;
    says("camt.053.001.08", "<BkToCstmrStmt><GrpHdr><MsgId>S" + day + "</MsgId></GrpHdr><Stmt>" + account()
        + isoBalance("OPBD", opening, day) + isoBalance("CLBD", balance, day) + "<Ntry><Amt Ccy=\"VND\">" + amount
        + "</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>" + day + "</Dt></BookgDt><NtryDtls><Btch><PmtInfId>"
        + "%s-%06d".formatted(bank.sender(), seq) + "</PmtInfId><NbOfTxs>1</NbOfTxs></Btch></NtryDtls></Ntry></Stmt></BkToCstmrStmt>");
  }

  /** A pain.002 of this moment: the payment was credited; on which day it does not say. */
  void isoPaidWithoutDay(int seq, String id) {
    isoStatus(seq, id, "ACCC");
  }

  /** A pain.002 of this moment: the bank works on the payment. */
  void isoInProgress(int seq, String id) {
    isoStatus(seq, id, "PDNG");
  }

  private void isoStatus(int seq, String id, String status) {
    says("pain.002.001.10", "<CstmrPmtStsRpt><GrpHdr><MsgId>P" + seq + "</MsgId><CreDtTm>" + hub.bean(Clock.class).instant()
        + "</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>%s-%06d</OrgnlMsgId>".formatted(bank.sender(), seq)
        + "<OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>"
        + "%s-%06d</OrgnlPmtInfId>".formatted(bank.sender(), seq) + "<TxInfAndSts><OrgnlEndToEndId>" + id
        + "</OrgnlEndToEndId><TxSts>" + status + "</TxSts></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt>");
  }

  /** A credit entry whose money is {@code amount}. */
  record IsoCredit(long amount, String details) {

    static IsoCredit naming(String endToEndId, long amount) {
      return new IsoCredit(amount, "<NtryDtls><TxDtls><Refs><EndToEndId>" + endToEndId + "</EndToEndId></Refs></TxDtls></NtryDtls>");
    }

    static IsoCredit returned(String refs, long amount) {
      return new IsoCredit(amount, "<NtryDtls><TxDtls>" + refs + "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls>");
    }

    static IsoCredit of(long amount, String detail) {
      return new IsoCredit(amount, "<NtryDtls><TxDtls>" + detail + "</TxDtls></NtryDtls>");
    }
  }

  /** A camt.054: the payment was booked that day. */
  void isoPaid(String id, long amount, String day) {
    notification(id, amount, day, "DBIT", "");
  }

  void isoReturned(String id, long amount, String day) {
    notification(id, amount, day, "CRDT", "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>");
  }

  private void notification(String id, long amount, String day, String side, String more) {
    says("camt.054.001.08", "<BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>N</MsgId></GrpHdr><Ntfctn>" + account() + "<Ntry><Amt Ccy=\"VND\">"
        + amount + "</Amt><CdtDbtInd>" + side + "</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>" + day
        + "</Dt></BookgDt><NtryDtls><TxDtls>"
        + "<Refs><EndToEndId>" + id + "</EndToEndId></Refs><Amt Ccy=\"VND\">" + amount + "</Amt>" + more
        + "</TxDtls></NtryDtls></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn>");
  }

  private String account() {
    return "<Acct><Id><Othr><Id>" + bank.fundingAccount() + "</Id></Othr></Id></Acct>";
  }

  private static String isoBalance(String kind, long amount, String day) {
    return "<Bal><Tp><CdOrPrtry><Cd>" + kind + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"VND\">" + amount
        + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>" + day + "</Dt></Dt></Bal>";
  }

  /** One proposes, another approves; the action is about the open case of that kind. @return the words of a refusal, or nothing */
  String twoPersons(RepairAction action, String kind, String parameter) {
    return decided(action, jdbc.queryForObject("select case_id from case_record where kind = ? and state = 'OPEN'", Long.class, kind),
        parameter);
  }

  /** The same about the payout of a payment. */
  String twoPersonsAbout(RepairAction action, String payment) {
    return decided(action, jdbc.queryForObject("select payout_id from payment where end_to_end_id = ?", Long.class, payment), "");
  }

  private String decided(RepairAction action, Long about, String parameter) {
    Outcome outcome = hub.bean(Repairs.class).request(new Actor("lan", Role.OPERATOR), action, String.valueOf(about), parameter,
        "theo văn bản của ngân hàng");
    if (outcome instanceof Outcome.Proposed proposed) {
      outcome = hub.bean(Repairs.class).approve(new Actor("hung", Role.APPROVER), proposed.proposalId());
    }
    return outcome instanceof Outcome.Refused ? outcome.words() : "";
  }

  private void comes(String name, String text) {
    comes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** As the hub does it: archived, then confirmed. */
  private void comes(String name, byte[] content) {
    try {
      Archive.StoredBytes bytes = hub.bean(Archive.class).store(new ByteArrayInputStream(content));
      StoredFile file = hub.bean(StoredFiles.class).save(StoredFile.received(bank.id(), "", name, bytes, name + bytes.sha256(),
          hub.bean(Clock.class).instant()));
      if (reads) {
        AppliedFile.apply(hub.bean(ApplyFile.class), hub.bean(PlatformTransactionManager.class), file.id());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What comes then is archived and not read. */
  void arrivesUnread(Runnable file) {
    reads = false;
    file.run();
    reads = true;
  }

  void readsWhatArrived() {
    for (Long file : jdbc.queryForList("select file_id from file where state = 'ARCHIVED' order by 1", Long.class)) {
      AppliedFile.apply(hub.bean(ApplyFile.class), hub.bean(PlatformTransactionManager.class), file);
    }
  }

  /** What comes then is read, and each time taking it fails. */
  void isNotTaken(Runnable file) {
    takes = false;
    file.run();
  }

  void queuesStop(boolean stopped) {
    hub.queuesStop(stopped);
  }

  /** As the route does it. */
  void match() {
    TakeStatement take = hub.bean(TakeStatement.class);
    MatchStatements match = hub.bean(MatchStatements.class);
    for (long file : takes ? take.waiting() : List.<Long>of()) {
      try {
        take.take(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    match.partners().forEach(match::match);
  }

  /** Funding accounts whose statements are awaited. */
  long accounts() {
    return hub.bean(MatchStatements.class).partners().size();
  }

  long due() {
    return hub.bean(MatchStatements.class).due();
  }

  FundingPosition position() {
    return hub.bean(FundingAccountCheck.class).position(bank.id()).orElseThrow();
  }

  /** Kinds and amounts of the open cases of this stage, sorted. */
  List<String> cases() {
    return texts("select kind || coalesce(' ' || amount_vnd, '') from case_record where state = 'OPEN' and kind not in ('PAYMENT_RETURNED',"
        + " 'PAYMENT_UNNAMED', 'BATCH_WAITING_FUNDS') order by 1");
  }

  /** A person decides the open case of that kind. */
  void decided(String kind) {
    jdbc.update("update case_record set state = 'CLOSED', closed_by = 'lan.đỗ', closed_at = ?, resolution = 'đã hỏi ngân hàng'"
        + " where kind = ? and state = 'OPEN'", now(), kind);
  }

  /** Kind and whether it is matched, of every entry, in order. */
  List<String> entries() {
    return texts("select e.kind || case when e.matched then ' +' else ' -' end from statement_entry e join statement s using (statement_id)"
        + " order by s.day, e.line_no");
  }

  List<String> statements() {
    return texts("select day || ' ' || state from statement order by day, statement_id");
  }

  /** State of the payment, with a + when its credit stands matched. */
  String payment(String id) {
    return texts("select state || case when credit_matched then ' +' else '' end from payment where end_to_end_id = '" + id + "'").get(0);
  }

  List<String> texts(String sql) {
    return jdbc.queryForList(sql, String.class);
  }

  void sql(String update) {
    jdbc.update(update);
  }

  /** Everything that matching writes, to see that doing it again changes nothing. */
  List<Map<String, Object>> everything() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (String table : List.of("statement", "statement_entry", "statement_debit", "payment_credit", "funding_retry", "case_record",
        "batch")) {
      all.addAll(jdbc.queryForList("select to_jsonb(t)::text as row from " + table + " t order by 1"));
    }
    return all;
  }

  private Timestamp now() {
    return Timestamp.from(hub.bean(Clock.class).instant());
  }

  /** @param time {@code 2026-11-26T18:30} in Vietnam */
  private static Instant vietnam(String time) {
    return LocalDateTime.parse(time).atZone(Zone.VIETNAM).toInstant();
  }

  /** As shipped, and a second bank of ISO messages whose profile says who funds its account. */
  private static Path mappings() {
    try {
      Path folder = Files.createTempDirectory("statement-mappings-");
      FileSystemUtils.copyRecursively(Path.of("mappings"), folder);
      Path partners = folder.resolve("partners");
      Files.writeString(partners.resolve("vietinbank.yaml"), Files.readString(partners.resolve("vietcombank.yaml"))
          .replace("id: vietcombank", "id: vietinbank").replace("0801000765432", "1120000987654")
          + "funding-from: [\"3713.0.1058902\", Kho bạc Nhà nước Phú Thọ, CAP-KP/]\n");
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
