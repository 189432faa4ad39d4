package vn.chitra.hub.account.opening;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.Resource;

/** The SQL statements of account opening in the welfare database, as data: files of {@code mappings/welfare-db}, with named parameters. */
public record OpeningSql(String applicants, String writeReported) {

  /**
   * @param folder ends with a slash
   * @throws IOException when a file is missing or cannot be read; its name is in the message
   */
  public static OpeningSql from(Resource folder) throws IOException {
    return new OpeningSql(folder.createRelative("account-applicants.sql").getContentAsString(StandardCharsets.UTF_8),
        folder.createRelative("write-account-reported.sql").getContentAsString(StandardCharsets.UTF_8));
  }

  /** All of them. */
  public List<String> statements() {
    return List.of(applicants, writeReported);
  }
}
