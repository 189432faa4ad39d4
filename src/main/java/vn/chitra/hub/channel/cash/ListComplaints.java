package vn.chitra.hub.channel.cash;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The findings of an independent check of a finished list: at most 20 complaints, which name line and field and never a value. */
public final class ListComplaints {

  private static final int MOST = 20;

  private final List<String> found = new ArrayList<>();

  public void add(String sentence) {
    if (found.size() < MOST) {
      found.add(sentence);
    }
  }

  /** Complains when a field does not say what was meant. */
  public void compare(int line, String field, @Nullable Object meant, @Nullable Object read) {
    if (!Objects.equals(meant, read)) {
      add("Dòng " + line + ", " + field + ": khác với dữ liệu cần gửi");
    }
  }

  /** Complains when a control figure differs. */
  public void compareFigure(String what, long meant, long read) {
    if (meant != read) {
      add(what + ": trong tệp " + read + ", cần " + meant);
    }
  }

  public boolean isFull() {
    return found.size() >= MOST;
  }

  public List<String> found() {
    return List.copyOf(found);
  }
}
