package vn.chitra.hub.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitra.hub.archive.SentJournal.Entry;
import vn.chitra.hub.archive.SentJournal.Series;

class SentJournalTests {

  private static final Series BANK = new Series("ngan-hang", "PAYMENT", "");
  private static final Series POST = new Series("buu-dien", "PAYMENT", "BD2511");

  @TempDir
  Path folder;

  @Test
  void knowsWhatWasWrittenAfterItIsOpenedAgain() throws IOException {
    SentJournal journal = new SentJournal(folder);
    journal.begin(1);
    journal.append(entry(BANK, 1));
    journal.append(entry(BANK, 2));
    journal.append(entry(POST, 1));
    SentJournal again = new SentJournal(folder);
    assertThat(again.generation()).isEqualTo(1);
    assertThat(again.last(BANK)).isEqualTo(2);
    assertThat(again.last(new Series("buu-dien", "PAYMENT", "BD2512"))).isZero();
    assertThat(again.entries()).containsExactlyInAnyOrder(entry(BANK, 1), entry(BANK, 2), entry(POST, 1));
  }

  @Test
  void theSameLineTwiceIsOne() throws IOException {
    SentJournal journal = new SentJournal(folder);
    journal.append(entry(BANK, 1));
    new SentJournal(folder).append(entry(BANK, 1));
    assertThat(Files.readAllLines(file())).hasSize(1);
  }

  @Test
  void seesWhatAnotherProcessWrites() throws IOException {
    SentJournal one = new SentJournal(folder);
    SentJournal other = new SentJournal(folder);
    one.append(entry(BANK, 1));
    other.append(entry(BANK, 2));
    one.append(entry(BANK, 3));
    assertThat(one.find(BANK, 2)).contains(entry(BANK, 2));
    assertThat(other.last(BANK)).isEqualTo(3);
  }

  @Test
  void halfALineCountsAsNoneAndIsWrittenOver() throws IOException {
    SentJournal journal = new SentJournal(folder);
    journal.append(entry(BANK, 1));
    Files.writeString(file(), "1|ngan-hang|PAYMENT||2|abc", StandardOpenOption.APPEND);
    SentJournal again = new SentJournal(folder);
    assertThat(again.last(BANK)).isEqualTo(1);
    again.append(entry(BANK, 2));
    assertThat(new SentJournal(folder).entries()).containsExactly(entry(BANK, 1), entry(BANK, 2));
  }

  @Test
  void aLineThatMakesNoSenseIsNotifiedUntilANewGenerationBegins() throws IOException {
    Files.writeString(file(), "1|ngan-hang|PAYMENT||x|abc\n");
    SentJournal journal = new SentJournal(folder);
    assertThat(journal.unreadable()).containsExactly(1);
    journal.begin(2);
    assertThat(journal.unreadable()).isEmpty();
    assertThat(new SentJournal(folder).unreadable()).isEmpty();
  }

  @Test
  void aRestoredFileIsReadFromItsBeginning() throws IOException {
    SentJournal journal = new SentJournal(folder);
    journal.append(entry(BANK, 1));
    byte[] yesterday = Files.readAllBytes(file());
    journal.append(entry(BANK, 2));
    Files.write(file(), yesterday);
    assertThat(journal.last(BANK)).isEqualTo(1);
  }

  private Path file() {
    return folder.resolve("sent.journal");
  }

  private static Entry entry(Series series, int seq) {
    return new Entry(1, series, seq, String.format("%064x", seq), String.format("%064x", seq + 1_000));
  }
}
