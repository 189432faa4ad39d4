package vn.chitra.hub.config.start;

import java.util.List;
import org.springframework.boot.ExitCodeGenerator;

/** Stops the start of the hub: lists every missing, invalid or unknown setting with its expected form. */
public final class SettingsIncomplete extends RuntimeException implements ExitCodeGenerator {

  /** EX_CONFIG of sysexits: no restart heals it. */
  static final int STATUS = 78;

  private static final long serialVersionUID = 1;

  private final transient List<String> complaints;

  SettingsIncomplete(List<String> complaints) {
    super(complaints.size() + " settings are missing, wrong or unknown");
    this.complaints = complaints;
  }

  @Override
  public int getExitCode() {
    return STATUS;
  }

  /** One line per setting: its file and line where it has one, its name and the expected form; never a value. */
  public List<String> complaints() {
    return complaints;
  }
}
