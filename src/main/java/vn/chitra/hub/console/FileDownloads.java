package vn.chitra.hub.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.audit.AuditTrail;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.support.Masking;

/** Hands out the exact bytes of a sent file: the only place where whole names and account numbers are seen. */
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

  /** Writes the event first; empty when the batch has no file in the archive. @param reason without numbers that identify */
  @Transactional
  Optional<Handed> ofBatch(Actor actor, long batch, String reason) {
    record Sent(String name, String sha256) {}

    Optional<Sent> sent = jdbc.sql("select file_name, file_sha256 from batch where batch_id = :batch and file_sha256 is not null")
        .param("batch", batch).query((r, n) -> new Sent(r.getString(1), r.getString(2))).optional();
    Optional<Handed> handed = sent.map(one -> new Handed(one.name(), archive.path(one.sha256())))
        .filter(one -> Files.isRegularFile(one.bytes()));
    handed.ifPresent(one -> audit.append(actor.login(), "DOWNLOAD_FILE", "batch:" + batch, Masking.maskDigits(reason),
        "tệp " + one.name() + ", SHA-256 " + sent.orElseThrow().sha256()));
    return handed;
  }
}
