package vn.chitra.hub.operations.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DeadlinesTests {

  @Test
  void theDayItselfStillCounts() {
    assertThat(Deadlines.after(LocalDate.of(2026, 12, 19)).keySet())
        .containsExactly(LocalDate.of(2026, 12, 19), LocalDate.of(2026, 12, 24));
    assertThat(Deadlines.after(LocalDate.of(2026, 12, 24))).containsEntry(LocalDate.of(2026, 12, 24),
        "lists and money for 2027-01 handed over").containsKey(LocalDate.of(2027, 1, 19));
  }

  @Test
  void theDayAfterItIsTheNextMonths() {
    assertThat(Deadlines.after(LocalDate.of(2026, 12, 25))).containsEntry(LocalDate.of(2027, 1, 24),
        "lists and money for 2027-02 handed over").containsEntry(LocalDate.of(2027, 1, 19), "settlement of 2027-01 reported");
  }
}
