package vn.chitra.hub.batch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.archive.FileRegister;
import vn.chitra.hub.archive.SentJournal;
import vn.chitra.hub.archive.SentJournal.Entry;
import vn.chitra.hub.archive.SentJournal.Series;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.outbox.Outbox;

/**
 * Decides whether files may leave after a restore (money rule 11). If the database and the journal of sent files differ, one of them was
 * restored from a backup: no file is numbered or sent until two persons have opened the gate. A number that the journal lacks and whose
 * send never began is left by a crash between two steps; it is added to the journal.
 */
@Component
public class SendGate implements SmartInitializingSingleton {

  /** Subject of the case and of the action. */
  public static final String DATABASE = "hub";

  private static final Logger LOG = LoggerFactory.getLogger(SendGate.class);

  private final SentJournal journal;
  private final Archive archive;
  private final GateRepository repository;
  private final FileRegister files;
  private final Outbox outbox;
  private final Cases cases;

  SendGate(SentJournal journal, Archive archive, GateRepository repository, FileRegister files, Outbox outbox, Cases cases) {
    this.journal = journal;
    this.archive = archive;
    this.repository = repository;
    this.files = files;
    this.outbox = outbox;
    this.cases = cases;
  }

  /** At start, before anything can be sent. */
  @Override
  @Transactional
  public void afterSingletonsInstantiated() {
    try {
      GateRepository.State state = repository.lock();
      GateComparison seen = compare();
      if (!state.open()) {
        cases.open(NewCase.about(CaseKind.RESTORED_DATABASE, "database:" + DATABASE, seen.words()));   // a restore alone opened none
        LOG.error("the database or the archive was restored: nothing is sent until two persons release it");
      } else if (state.generation() == 0 && seen.forgotten().isEmpty() && seen.clashes().isEmpty()) {
        beginFirst();
      } else if (seen.isEmpty()) {
        LOG.info("journal and database know the same files, generation {}", state.generation());
      } else {
        stop(seen.words());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the journal of what was sent cannot be read", e);
    }
  }

  private void beginFirst() throws IOException {
    int generation = Math.max(1, journal.generation());
    for (GateRepository.Numbered one : repository.numbers()) {
      write(generation, one.batchId());
    }
    journal.begin(generation);
    repository.open(generation);
  }

  /**
   * The journal is read before the database, because it never holds more than the database; and again afterwards, because the database may
   * hold more by then.
   */
  private GateComparison compare() throws IOException {
    var written = journal.entries();
    int generation = journal.generation();
    var known = repository.numbers();
    int knownGeneration = repository.state().generation();
    for (GateRepository.Numbered one : known) {
      if (!one.sent() && knownGeneration > 0 && journal.last(one.series()) < one.seq()) {
        write(knownGeneration, one.batchId());
      }
    }
    return GateComparison.of(written, known, journal.entries(), generation, knownGeneration, journal.unreadable());
  }

  /**
   * Whether a batch of the series may get a number now; to be called before each number, in the transaction that takes it. Stops all
   * sending, with a case, when the journal is ahead of the database.
   */
  public boolean mayNumber(Series series) {
    try {
      int written = journal.last(series);
      if (!repository.state().open()) {
        return false;
      }
      if (written > repository.lastNumber(series)) {
        stop(series + ": nhật ký đã có số " + written + ", cơ sở dữ liệu mới đến " + repository.lastNumber(series));
        return false;
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("the journal of what was sent cannot be read", e);
    }
  }

  /**
   * Writes the batch's line into the journal of sent files and says whether the batch may leave now. Stops all sending, with a case, when
   * the journal and the database differ. To be called before SENDING is committed.
   */
  boolean admit(Batch batch) {
    Series series = batch.series();
    if (!mayNumber(series)) {
      return false;
    }
    try {
      Optional<Entry> entry = journal.find(series, batch.seq());
      if (entry.isPresent() && entry.get().sha256().equals(batch.fileSha256())) {
        return true;
      }
      if (entry.isPresent() || batch.uploadAttempt() > 0) {
        stop(series + " số " + batch.seq() + (entry.isPresent() ? ": nhật ký ghi mã băm khác" : ": đã gửi mà nhật ký không có"));
        return false;
      }
      write(Math.max(1, repository.state().generation()), batch.id());
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("the journal of what was sent cannot be written", e);
    }
  }

  /** The current differences, for two persons to decide about. */
  @Transactional
  public GateComparison difference() throws IOException {
    repository.lock();
    return compare();
  }

  @Transactional(readOnly = true)
  public boolean isStopped() {
    return !repository.state().open();
  }

  /** Dong in the files that the database has forgotten. */
  public long forgottenVnd(GateComparison seen) throws IOException {
    long dong = 0;
    for (Entry entry : seen.forgotten()) {
      dong += manifest(entry).totalVnd();
    }
    return dong;
  }

  /**
   * Makes both sides equal again and opens the gate: the database gets its lost files with their numbers and payments, the journal its
   * missing lines. Replies to the lost files that came in the meantime are applied.
   */
  @Transactional
  public void release() throws IOException {
    GateRepository.State state = repository.lock();
    GateComparison seen = compare();
    int generation = Math.max(journal.generation(), state.generation()) + 1;
    repository.emptyOpenBatches();
    List<Long> refused = new ArrayList<>();
    for (Entry entry : seen.forgotten()) {
      refused.addAll(repository.adopt(manifest(entry)));
    }
    repository.refused(refused).forEach(this::callAbout);
    applyReplies(seen.forgotten().stream().map(entry -> entry.series().partner()).collect(Collectors.toSet()));
    for (GateRepository.Numbered one : seen.unwritten()) {
      write(generation, one.batchId());
    }
    journal.begin(generation);
    repository.open(generation);
  }

  private void callAbout(GateRepository.Refused file) {
    cases.open(NewCase.about(CaseKind.BATCH_REFUSED, "batch:" + file.batchId(), "Khoản chi của tệp " + file.fileName()
        + " đã đi trong một tệp sau mà cơ sở dữ liệu quên, nên tệp đã bị từ chối; " + file.payments() + " khoản chi còn lại chờ người cho"
        + " đi lại").atPartner(file.partner()).over(file.payments(), file.dong()));
  }

  /** Queues what the partners put out about files of ours that the database did not know; their cases end. */
  private void applyReplies(Set<String> partners) {
    List<Long> aside = files.setAsideAboutNoBatch(partners);
    Set<String> unknown = cases.openOnes(CaseKind.FILE_UNKNOWN_BATCH, aside.stream().map(SendGate::subject).toList());
    files.renewSetAside(aside.stream().filter(file -> unknown.contains(subject(file))).toList())
        .forEach(file -> outbox.put(Destination.APPLY_FILE, file.partner() + "/" + file.folder(), file.id()));
    cases.autoCloseAll(CaseKind.FILE_UNKNOWN_BATCH, unknown, "hai người đã cho gửi tiếp sau khi khôi phục, tệp được đọc lại");
  }

  private static String subject(long file) {
    return "file:" + file;
  }

  private void write(int generation, long batchId) throws IOException {
    Manifest manifest = repository.manifestOf(batchId);
    String hash = archive.store(new ByteArrayInputStream(manifest.bytes())).sha256();
    journal.append(new Entry(generation, manifest.series(), manifest.seq(), manifest.sha256(), hash));
  }

  private Manifest manifest(Entry entry) throws IOException {
    try (InputStream bytes = archive.open(entry.manifest())) {
      return Manifest.of(bytes.readAllBytes());
    }
  }

  private void stop(String why) {
    repository.stop(why);
    cases.open(NewCase.about(CaseKind.RESTORED_DATABASE, "database:" + DATABASE, why));
    LOG.error("the database or the archive was restored, nothing is sent until two persons release it: {}", why);
  }
}
