package vn.chitra.hub.config.start;

import java.util.List;

/** The hub cannot start: every setting that is missing or cannot be right, each with what is expected. */
public final class SettingsIncomplete extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<String> complaints;

  SettingsIncomplete(List<String> complaints) {
    super(complaints.size() + " settings are missing or wrong");
    this.complaints = complaints;
  }

  /** One line a setting: its name, and what is expected; never a value. */
  public List<String> complaints() {
    return complaints;
  }
}
