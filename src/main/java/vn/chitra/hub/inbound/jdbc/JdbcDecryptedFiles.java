package vn.chitra.hub.inbound.jdbc;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.inbound.DecryptedFiles;

@Component
class JdbcDecryptedFiles implements DecryptedFiles {

  private final JdbcTemplate jdbc;

  JdbcDecryptedFiles(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Long> understood(String partner, String clearSha256) {
    return jdbc.queryForList("select file_id from decrypted_file join file using (file_id) where decrypted_file.partner = ?"
        + " and clear_sha256 = ? and state in ('DONE', 'IGNORED') order by file_id limit 1", Long.class, partner, clearSha256).stream()
        .findFirst();
  }

  @Override
  public void note(long fileId, String partner, String clearSha256, String signer) {
    jdbc.update("insert into decrypted_file (file_id, partner, clear_sha256, signer) values (?, ?, ?, ?) on conflict (file_id) do nothing",
        fileId, partner, clearSha256, signer);
  }
}
