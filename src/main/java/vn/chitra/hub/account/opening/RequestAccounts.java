package vn.chitra.hub.account.opening;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.archive.SentJournal;
import vn.chitra.hub.archive.StoredFile;
import vn.chitra.hub.archive.StoredFiles;
import vn.chitra.hub.batch.Batch;
import vn.chitra.hub.batch.BatchPayments;
import vn.chitra.hub.batch.Batches;
import vn.chitra.hub.batch.MadeWith;
import vn.chitra.hub.batch.SendGate;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.outbox.Outbox;
import vn.chitra.hub.partner.AccountOpening;
import vn.chitra.hub.partner.BankingCalendar;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.payroll.NameText;
import vn.chitra.hub.support.Zone;

/**
 * Writes the account-opening file of a banking day: the people without an account become one file to the chosen bank, verified, archived
 * and numbered in one commit with the message that sends it. Who comes later that day waits for the next one. One request per person, also
 * when he is the payee of several entitlements.
 */
@Component
public class RequestAccounts {

  private static final Logger LOG = LoggerFactory.getLogger(RequestAccounts.class);
  /** No contract names a time; people who must come to a branch take weeks. */
  private static final int DAYS_FOR_A_REPLY = 30;
  private static final Duration FIRST_RETRY = Duration.ofMinutes(2);

  private final OpeningRequests requests;
  private final AccountOpening opening;
  private final Partners partners;
  private final BankingCalendar calendar;
  private final Batches batches;
  private final BatchPayments sequences;
  private final SendGate gate;
  private final Archive archive;
  private final StoredFiles files;
  private final Outbox outbox;
  private final Cases cases;
  private final MadeWith configuration;
  private final Clock businessClock;
  private final Clock wallClock;

  RequestAccounts(OpeningRequests requests, AccountOpening opening, Partners partners, BankingCalendar calendar,
      Batches batches, BatchPayments sequences, SendGate gate, Archive archive, StoredFiles files, Outbox outbox, Cases cases,
      MadeWith configuration, Clock businessClock, @Qualifier("wallClock") Clock wallClock) {
    this.requests = requests;
    this.opening = opening;
    this.partners = partners;
    this.calendar = calendar;
    this.batches = batches;
    this.sequences = sequences;
    this.gate = gate;
    this.archive = archive;
    this.files = files;
    this.outbox = outbox;
    this.cases = cases;
    this.configuration = configuration;
    this.businessClock = businessClock;
    this.wallClock = wallClock;
  }

  /**
   * Builds nothing, and leaves everybody due, while the send gate is shut.
   *
   * @return how many people were asked for now
   */
  @Transactional
  public int request() throws IOException {
    ZonedDateTime now = businessClock.instant().atZone(Zone.VIETNAM);
    LocalDate today = now.toLocalDate();
    PartnerProfile bank = partners.byId(opening.bank()).orElseThrow();
    boolean open = calendar.isBankingDay(today) && bank.sendAt().stream().anyMatch(time -> !now.toLocalTime().isBefore(time));
    if (!open) {
      return 0;
    }
    if (requests.isRequestedOn(bank.id(), today)) {
      return 0;
    }
    Instant requestedAfter = now.minus(opening.askAgainAfter()).toInstant();
    List<String> candidates = requests.candidates(requestedAfter, today, bank.maxLines());
    if (candidates.isEmpty() || !gate.mayNumber(new SentJournal.Series(bank.id(), Batch.Kind.ACCOUNT_OPENING.name(), ""))) {
      return 0;
    }
    requests.lookedAt(candidates, today);
    Map<String, List<Applicant>> people = people(candidates, today, requestedAfter);
    List<Line> lines = lines(people, new OpeningFile(bank.sender(), 1, today));
    if (!lines.isEmpty()) {
      build(bank, lines, today);
    }
    return lines.size();
  }

  /**
   * The people who may be sent, by personal number; a person with a request for another entitlement shares its answer. Whose name cannot be
   * written is left out, and a case says so until it can, or until he needs no account: he has one, died, or his entitlement ended.
   */
  private Map<String, List<Applicant>> people(List<String> candidates, LocalDate today, Instant requestedAfter) {
    List<Applicant> named = new ArrayList<>();
    Set<String> unnamed = new HashSet<>();
    List<Applicant> applicants = requests.applicants(candidates, today);
    callForNumbers(candidates, applicants.stream().filter(one -> one.hasMalformedNumber(today)).map(Applicant::entitlementId)
        .collect(Collectors.toSet()));
    for (Applicant one : applicants) {
      Optional<String> flaw = one.mayBeSent(today) ? NameText.flaw(one.name()) : Optional.empty();
      if (flaw.isPresent()) {
        unnamed.add(one.entitlementId());
        cases.open(NewCase.about(CaseKind.APPLICANT_NAME_MALFORMED, subject(one.entitlementId()), "Chế độ " + one.entitlementId()
            + ": họ tên người nhận " + flaw.get() + "; chưa xin mở tài khoản được. Cơ quan sửa họ tên trong cơ sở dữ liệu trợ cấp, hub tự"
            + " xin vào ngày làm việc sau."));
      }
      if (one.mayBeSent(today) && flaw.isEmpty()) {
        named.add(one);
      }
    }
    cases.autoCloseAll(CaseKind.APPLICANT_NAME_MALFORMED, candidates.stream().filter(one -> !unnamed.contains(one))
        .map(RequestAccounts::subject).toList(), "họ tên đã ghi được, hoặc không còn phải xin mở tài khoản");
    return withoutRequest(named, requestedAfter);
  }

  /** A case each for those with a malformed personal number, until it is right, or until he needs no account. */
  private void callForNumbers(List<String> candidates, Set<String> malformed) {
    cases.openAll(malformed.stream().sorted().map(one -> NewCase.about(CaseKind.APPLICANT_NUMBER_MALFORMED, subject(one), "Chế độ " + one
        + ": số định danh của người nhận không phải 12 chữ số; chưa xin mở tài khoản được. Cơ quan sửa số ấy trong cơ sở dữ liệu trợ cấp,"
        + " hub tự xin vào ngày làm việc sau.")).toList());
    cases.autoCloseAll(CaseKind.APPLICANT_NUMBER_MALFORMED, candidates.stream().filter(one -> !malformed.contains(one))
        .map(RequestAccounts::subject).toList(), "số định danh đã đúng dạng, hoặc không còn phải xin mở tài khoản");
  }

  private Map<String, List<Applicant>> withoutRequest(List<Applicant> applicants, Instant requestedAfter) {
    Map<String, String> existing = requests.existing(applicants.stream().map(Applicant::personalNo).distinct().toList(), requestedAfter);
    Map<String, List<Applicant>> people = new LinkedHashMap<>();
    Map<String, String> shared = new LinkedHashMap<>();
    for (Applicant one : applicants) {
      String person = Objects.requireNonNull(one.personalNo());
      if (existing.containsKey(person)) {
        shared.put(one.entitlementId(), existing.get(person));
      } else {
        people.computeIfAbsent(person, number -> new ArrayList<>()).add(one);
      }
    }
    requests.share(shared, opening.bin());
    return people;
  }

  private static String subject(String entitlementId) {
    return "entitlement:" + entitlementId;
  }

  /** A line of the file, and the entitlements that share its answer. */
  private record Line(OpeningRequest request, List<String> entitlements) {}

  /** The lines that can be written; a person whose line fails its check is left out, with a case, and keeps nobody else waiting. */
  private List<Line> lines(Map<String, List<Applicant>> people, OpeningFile trial) {
    List<Line> lines = new ArrayList<>();
    for (List<Applicant> same : people.values()) {
      OpeningRequest line = request(1, same.stream().filter(Applicant::forHimself).findFirst().orElse(same.get(0)),
          same.get(0).entitlementId());
      if (trial.check(List.of(line), trial.text(List.of(line))).isEmpty()) {
        lines.add(new Line(line.at(lines.size() + 1), same.stream().map(Applicant::entitlementId).toList()));
      } else {
        cases.open(NewCase.about(CaseKind.WORK_FAILING, subject(same.get(0).entitlementId()), "Chế độ " + same.get(0).entitlementId()
            + ": dòng của người nhận không ghi được vào tệp xin mở tài khoản; tệp đi không có người ấy, hub tự xin vào ngày làm việc"
            + " sau."));
      }
    }
    cases.autoCloseAll(CaseKind.WORK_FAILING, lines.stream().map(line -> subject(line.entitlements().get(0))).toList(),
        "dòng đã ghi được");
    return lines;
  }

  private void build(PartnerProfile bank, List<Line> people, LocalDate today) throws IOException {
    List<OpeningRequest> lines = people.stream().map(Line::request).toList();
    Map<String, List<String>> entitlements = people.stream()
        .collect(Collectors.toMap(line -> line.request().requestId(), Line::entitlements));
    Batch batch = batches.saveAndFlush(Batch.openForAccounts(bank.id(), lines.size(), today.plusDays(DAYS_FOR_A_REPLY),
        businessClock.instant()));
    batch.madeWith(configuration);
    int seq = sequences.nextSeq(batch);
    OpeningFile file = new OpeningFile(bank.sender(), seq, today);
    Archive.StoredBytes bytes = archived(file, lines);
    batch.built(seq, file.name(), bytes, businessClock.instant(), wallClock.instant().plus(FIRST_RETRY));
    batches.saveAndFlush(batch);
    files.save(StoredFile.sentOut(bank.id(), "", file.name(), bytes, batch.id(), businessClock.instant()));
    requests.request(batch.id(), lines, entitlements, businessClock.instant());
    outbox.put(Destination.SEND_BANK_FILE, bank.id() + "/", batch.id());
    LOG.info("batch {} built: accounts at {}, {} people, {}", batch.id(), bank.id(), lines.size(), bytes.sha256());
  }

  private Archive.StoredBytes archived(OpeningFile file, List<OpeningRequest> lines) throws IOException {
    Path spool = archive.spool();
    try {
      file.write(lines, spool);
      List<String> complaints = file.check(lines, spool);
      if (!complaints.isEmpty()) {
        throw new IllegalStateException(file.name() + " does not say what was meant: " + complaints);
      }
      try (InputStream in = Files.newInputStream(spool)) {
        return archive.store(in);
      }
    } finally {
      Files.deleteIfExists(spool);
    }
  }

  private OpeningRequest request(int line, Applicant who, String firstEntitlement) {
    boolean himself = who.forHimself();
    return new OpeningRequest(line, requestId(firstEntitlement, requests.attempts(firstEntitlement) + 1),
        NameText.clean(who.name()),
        who.birthDateDigits(), Objects.requireNonNull(who.personalNo()), orEmpty(NameText.oneLine(himself ? who.address() : null)),
        who.communeCode(),
        orEmpty(himself ? who.phone() : null));
  }

  /** The request id, always the same for one person and attempt: 72 bits of a hash. */
  static String requestId(String entitlement, int attempt) {
    byte[] hash = Archive.sha256().digest((entitlement + "|" + attempt).getBytes(StandardCharsets.UTF_8));
    return "YC" + HexFormat.of().formatHex(hash, 0, 9).toUpperCase(Locale.ROOT);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
