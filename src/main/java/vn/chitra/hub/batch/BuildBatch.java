package vn.chitra.hub.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.archive.StoredFile;
import vn.chitra.hub.archive.StoredFiles;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.outbox.Outbox;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.partner.Promises;
import vn.chitra.hub.partner.ValueDates;

/**
 * Builds one batch, OPEN → BUILT, in one commit: writes the file, verifies it with independent code, archives it, takes the number.
 * From then on its payments are SENT, because the batch is not OPEN any more. A file that fails the verification is never sent: the batch
 * is cancelled, its payments wait for a person, and a case gives the reason.
 */
@Component
public class BuildBatch {

  private static final Logger LOG = LoggerFactory.getLogger(BuildBatch.class);
  private static final Duration FIRST_RETRY = Duration.ofMinutes(2);

  private final Batches batches;
  private final BatchPayments payments;
  private final Formats formats;
  private final Partners partners;
  private final WriteFile writer;
  private final Archive archive;
  private final SendGate gate;
  private final List<FileProtection> protections;
  private final StoredFiles files;
  private final Cases cases;
  private final Outbox outbox;
  private final ValueDates valueDates;
  private final Promises promises;
  private final MadeWith configuration;
  private final Clock businessClock;
  private final Clock wallClock;

  BuildBatch(Batches batches, BatchPayments payments, Formats formats, Partners partners, WriteFile writer, Archive archive, SendGate gate,
      List<FileProtection> protections, StoredFiles files, Cases cases, Outbox outbox, ValueDates valueDates, Promises promises,
      MadeWith configuration, Clock businessClock, @Qualifier("wallClock") Clock wallClock) {
    this.batches = batches;
    this.payments = payments;
    this.formats = formats;
    this.partners = partners;
    this.writer = writer;
    this.archive = archive;
    this.gate = gate;
    this.protections = protections;
    this.files = files;
    this.cases = cases;
    this.outbox = outbox;
    this.valueDates = valueDates;
    this.promises = promises;
    this.configuration = configuration;
    this.businessClock = businessClock;
    this.wallClock = wallClock;
  }

  /** Does nothing when the batch is not OPEN any more, or nothing may leave. */
  @Transactional
  public void build(long batchId) throws IOException {
    Batch batch = batches.findLockedById(batchId).orElseThrow();
    if (batch.state() != BatchState.OPEN || !gate.mayNumber(batch.series())) {
      return;
    }
    BatchPayments.Load load = payments.load(batchId);
    batch.holds(load.payments(), load.totalVnd());
    PartnerProfile partner = partners.byId(batch.partner()).orElseThrow();
    if (load.payments() == 0) {
      cancel(batch);
    } else if (!partner.kind().isBank() || moveValueDate(batch, partner)) {
      build(batch, partner);
    }
  }

  /** A batch that is no more needs no calendar. */
  private void cancel(Batch batch) {
    batch.cancel();
    cases.autoClose(CaseKind.CALENDAR_ENDS, "batch:" + batch.id(), "lô không còn");
  }

  /**
   * A value date that has passed, or whose cut-off has, moves on, and with it the day on which the answer is due.
   *
   * @return whether there is one; where the calendar ends before it the batch stays open, with a case
   */
  private boolean moveValueDate(Batch batch, PartnerProfile partner) {
    LocalDate day = Objects.requireNonNull(batch.valueDate());
    Optional<LocalDate> moved = valueDates.valueDate(partner, day, businessClock.instant());
    String subject = "batch:" + batch.id();
    if (moved.isEmpty()) {
      cases.open(NewCase.about(CaseKind.CALENDAR_ENDS, subject, "Lô chưa có ngày giá trị: lịch ngày làm việc không có năm cần đến.")
          .atPartner(batch.partner()).over(batch.paymentCount(), batch.totalVnd()));
      return false;
    }
    if (!moved.get().equals(day)) {
      batch.valueDateIs(moved.get(), promises.answerDueOn(partner, moved.get()));
    }
    cases.autoClose(CaseKind.CALENDAR_ENDS, subject, "lịch ngày làm việc đã đủ");
    return true;
  }

  private void build(Batch batch, PartnerProfile partner) throws IOException {
    BatchHeader header = writer.header(partner, batch.folder(), batch.programme(), batch.period(), batch.valueDate(),
        payments.nextSeq(batch),
        batch.paymentCount(), batch.totalVnd());
    Path spool = archive.spool();
    try {
      WriteFile.Written written = writer.write(header, batch.id(), spool);
      if (written.complaints().isEmpty()) {
        protect(partner, written.name(), spool);
        commit(batch, header, written.name(), spool);
      } else {
        giveUp(batch, written.complaints());
      }
    } finally {
      Files.deleteIfExists(spool);
    }
  }

  /** Encrypts the verified plain file for a partner that requires it. */
  private void protect(PartnerProfile partner, String name, Path spool) throws IOException {
    for (FileProtection protection : protections) {
      if (protection.isWanted(partner)) {
        protection.protect(partner, name, spool);
      }
    }
  }

  private void commit(Batch batch, BatchHeader header, String name, Path spool) throws IOException {
    Archive.StoredBytes bytes;
    try (InputStream in = Files.newInputStream(spool)) {
      bytes = archive.store(in);
    }
    batch.madeWith(configuration);
    batch.built(header.seq(), name, bytes, businessClock.instant(), wallClock.instant().plus(FIRST_RETRY));
    batches.saveAndFlush(batch);
    files.save(StoredFile.sentOut(batch.partner(), batch.folder(), name, bytes, batch.id(), businessClock.instant()));
    outbox.put(formats.sendQueue(header.partner().kind()), batch.partner() + "/" + batch.folder(), batch.id());
    LOG.info("batch {} built: {} seq {}, {} payments, {} dong, {}", batch.id(), batch.partner(), header.seq(), header.count(),
        header.totalVnd(), bytes.sha256());
  }

  private void giveUp(Batch batch, List<String> complaints) {
    throw new UnverifiedBytes(batch.id(), complaints);
  }

  /** After {@link UnverifiedBytes} rolled the build back, number and all: the payments go back and wait for a person. */
  @Transactional
  public void setAside(UnverifiedBytes failure) {
    Batch batch = batches.findLockedById(failure.batchId()).orElseThrow();
    cancel(batch);
    payments.replan(batch.id());
    cases.open(NewCase.about(CaseKind.BATCH_UNVERIFIED, "batch:" + batch.id(), String.join("; ", failure.complaints()))
        .atPartner(batch.partner()).over(batch.paymentCount(), batch.totalVnd()));
  }
}
