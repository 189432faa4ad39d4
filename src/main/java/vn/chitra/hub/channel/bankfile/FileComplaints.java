package vn.chitra.hub.channel.bankfile;

import java.util.ArrayList;
import java.util.List;

/** The findings of an independent check: Vietnamese, with line and field of the contract, never a value; the first 20 are kept. */
public final class FileComplaints {

  public static final int MOST = 20;

  private final List<String> stated = new ArrayList<>();

  public void unless(boolean fits, int line, String field, String what) {
    if (!fits && !areEnough()) {
      stated.add("Dòng " + line + ", " + field + ": " + what);
    }
  }

  /** The field says what was meant. */
  public void same(String meant, String found, int line, String field) {
    unless(meant.equals(found), line, field, "khác với lệnh đã lập");
  }

  public boolean areEnough() {
    return stated.size() >= MOST;
  }

  public List<String> toList() {
    return List.copyOf(stated);
  }
}
