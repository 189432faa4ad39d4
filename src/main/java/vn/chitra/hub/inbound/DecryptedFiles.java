package vn.chitra.hub.inbound;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** The decrypted contents of encrypted files: the same content encrypted twice is recognised. */
@Component
public final class DecryptedFiles {

  private static final String UNDERSTOOD = SqlText.of("inbound/find-understood-decrypted-file");
  private static final String NOTE = SqlText.of("inbound/note-decrypted-file");

  private final JdbcClient jdbc;

  DecryptedFiles(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  /** The file of that content that was read and understood. */
  public Optional<Long> understood(String partner, String clearSha256) {
    return jdbc.sql(UNDERSTOOD).param("partner", partner).param("clear_sha256", clearSha256).query(Long.class).optional();
  }

  /** @param signer fingerprint of the partner's key that signed it */
  public void note(long fileId, String partner, String clearSha256, String signer) {
    jdbc.sql(NOTE).param("file", fileId).param("partner", partner).param("clear_sha256", clearSha256).param("signer", signer).update();
  }
}
