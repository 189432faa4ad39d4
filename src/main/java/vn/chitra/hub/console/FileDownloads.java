package vn.chitra.hub.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.audit.AuditTrail;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.support.Masking;

/** Hands out the exact bytes of a sent or received file: the only place where whole names and account numbers are seen. */
@Component
class FileDownloads {

  private final JdbcClient jdbc;
  private final Archive archive;
  private final AuditTrail audit;

  FileDownloads(JdbcClient jdbc, Archive archive, AuditTrail audit) {
    this.jdbc = jdbc;
    this.archive = archive;
    this.audit = audit;
  }

  /** @param bytes path in the archive */
  record Handed(String name, Path bytes) {}

  /** @param sha256 under which it is archived */
  private record Archived(String name, String sha256) {}

  /** A sent file. Writes the event first; empty when the batch has no file in the archive. @param reason without numbers that identify */
  @Transactional
  Optional<Handed> ofBatch(Actor actor, long batch, String reason) {
    return handed(actor, "batch:" + batch, reason, name -> name, jdbc.sql("select file_name, file_sha256 from batch"
        + " where batch_id = :id and file_sha256 is not null").param("id", batch));
  }

  /** A received file, as it came. Writes the event first; empty when it is not in the archive. @param reason as above */
  @Transactional
  Optional<Handed> received(Actor actor, long file, String reason) {
    return handed(actor, "file:" + file, reason, Shown::words, jdbc.sql("select name, sha256 from file where file_id = :id"
        + " and direction = 'IN'").param("id", file));
  }

  /** @param noted the name as the event keeps it: a partner's may hold anything */
  private Optional<Handed> handed(Actor actor, String subject, String reason, UnaryOperator<String> noted, StatementSpec query) {
    Optional<Archived> archived = query.query((r, n) -> new Archived(r.getString(1), r.getString(2))).optional()
        .filter(one -> Files.isRegularFile(archive.path(one.sha256())));
    archived.ifPresent(one -> audit.append(actor.login(), "DOWNLOAD_FILE", subject, Masking.maskDigits(reason),
        "tệp " + noted.apply(one.name()) + ", SHA-256 " + one.sha256()));
    return archived.map(one -> new Handed(one.name(), archive.path(one.sha256())));
  }
}
