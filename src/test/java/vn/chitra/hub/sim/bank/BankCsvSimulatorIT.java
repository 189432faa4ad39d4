package vn.chitra.hub.sim.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitra.hub.sim.BusinessDays;
import vn.chitra.hub.sim.Decisions;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.PartnerBook;
import vn.chitra.hub.sim.PartnerSide;
import vn.chitra.hub.sim.TestIds;

class BankCsvSimulatorIT {

  private static final String FILE = "CT_PTCTXH_20261201_000001.csv";
  private static final Instant MONDAY_NINE = BusinessDays.at(LocalDate.of(2026, 11, 30), 9, 0);
  private static final Instant END = BusinessDays.at(LocalDate.of(2026, 12, 9), 18, 0);

  @TempDir
  Path root;

  private Path home;
  private PartnerBook book;

  @BeforeEach
  void openBook() {
    home = root.resolve("agribank");
    book = new PartnerBook(EmbeddedDatabases.temporary().freshPartners());
  }

  @AfterEach
  void closeBook() {
    book.close();
  }

  @Test
  void acknowledgesPaysAndReportsAFileInTwoParts() throws IOException {
    send(FILE, payment(1, "20261201", 300, 0));
    String hash = hash(FILE);
    live(bank(Map.of()), MONDAY_NINE, END);
    assertThat(book.violations()).isEmpty();
    assertThat(out("ACK_" + FILE + "_01")).isEqualTo("A|" + FILE + "|" + hash + "|ACCEPTED|00|DA NHAN\n");
    List<String> first = out("KQ_PTCTXH_20261201_000001_01.csv").lines().toList();
    List<String> second = out("KQ_PTCTXH_20261201_000001_02.csv").lines().toList();
    assertThat(first.get(0)).isEqualTo("H|1|PTCTXH|1|1|N");
    assertThat(second.get(0)).isEqualTo("H|1|PTCTXH|1|2|Y");
    assertThat(Stream.concat(first.stream(), second.stream()).filter(l -> l.startsWith("R")).map(l -> l.split("\\|")[1]).distinct())
        .hasSize(300);
    assertThat(second).noneMatch(line -> line.contains("|09|"));
    assertTotals(first);
    assertTotals(second);
  }

  @Test
  void bookDebitsEqualWhatItCallsCredited() throws IOException {
    send(FILE, payment(1, "20261201", 300, 0));
    live(bank(Map.of()), MONDAY_NINE, END);
    Long credited = book.jdbc().queryForObject("SELECT sum(amount_vnd) FROM instruction WHERE state = 'PAID'", Long.class);
    long debits = 0;
    long closing = 0;
    for (String name : names().filter(n -> n.startsWith("SK_")).toList()) {
      String[] lines = out(name).split("\n");
      String[] head = lines[0].split("\\|");
      String[] tail = lines[lines.length - 1].split("\\|");
      assertThat(head[4]).as("opening of " + name).isEqualTo(Long.toString(closing));
      closing = Long.parseLong(head[5]);
      assertThat(Long.parseLong(head[4]) + Long.parseLong(tail[3]) - Long.parseLong(tail[2])).isEqualTo(closing);
      debits += Arrays.stream(lines).filter(l -> l.startsWith("E|") && l.contains("|D|")).mapToLong(l -> Long.parseLong(l.split("\\|")[3]))
          .sum();
    }
    assertThat(debits).isEqualTo(credited);
    assertThat(names().filter(n -> n.startsWith("SK_"))).hasSize(8);
  }

  @Test
  void endsTheSameWhenItIsKilledAfterEachTick() throws IOException {
    send(FILE, payment(1, "20261201", 120, 0));
    live(bank(Map.of()), MONDAY_NINE, END);
    Map<String, String> once = replies();
    book.close();
    openBook();
    for (String name : names().toList()) {
      Files.delete(home.resolve("out").resolve(name));
    }
    send(FILE, payment(1, "20261201", 120, 0));
    Instant now = MONDAY_NINE;
    while (!now.isAfter(END)) {
      bank(Map.of()).tick(now);
      now = bank(Map.of()).nextDue().orElseThrow();
    }
    assertThat(replies()).isEqualTo(once);
  }

  @Test
  void refusesWrongTotalsAfterMovingTheFileAwayAndSaysSo() throws IOException {
    send(FILE, payment(1, "20261201", 3, 1));
    String hash = hash(FILE);
    live(bank(Map.of()), MONDAY_NINE, MONDAY_NINE.plusSeconds(3_600));
    assertThat(out("ACK_" + FILE + "_01")).isEqualTo("A|" + FILE + "|" + hash + "|REFUSED|F2|TU CHOI CA TEP\n");
    assertThat(home.resolve("in").resolve(FILE)).doesNotExist();
    assertThat(book.violations()).singleElement().asString().contains("header");
  }

  @Test
  void noticesBytesChangedAfterItTookTheFile() throws IOException {
    send(FILE, payment(1, "20261201", 3, 0));
    BankSimulator bank = bank(Map.of());
    bank.tick(MONDAY_NINE);
    send(FILE, payment(1, "20261201", 4, 0));
    bank.tick(MONDAY_NINE.plusSeconds(60));
    assertThat(book.violations()).singleElement().asString().contains("bytes changed");
  }

  @Test
  void noticesAnIdThatIsSentInTwoFiles() throws IOException {
    send(FILE, payment(1, "20261201", 3, 0));
    send("CT_PTCTXH_20261202_000002.csv", payment(2, "20261202", 1, 0));
    bank(Map.of()).tick(MONDAY_NINE);
    assertThat(book.violations()).singleElement().asString().contains("stands in an older file");
  }

  @Test
  void takesNoNoticeOfAnUnfinishedUpload() throws IOException {
    send(FILE + ".1.part", "H|1|cut");
    assertThat(bank(Map.of()).tick(MONDAY_NINE)).isFalse();
  }

  @Test
  void waitsForFundsAndTakesTheSameFileAfterwards() throws IOException {
    BankSimulator bank = bank(Map.of(1, Set.of(BankAction.NO_FUNDS)));
    String content = payment(1, "20261201", 5, 0);
    send(FILE, content);
    live(bank, MONDAY_NINE, BusinessDays.at(LocalDate.of(2026, 12, 1), 18, 0));
    assertThat(out("ACK_" + FILE + "_01")).contains("|REFUSED|F4|");
    assertThat(out("SK_PTCTXH_20261201.csv")).contains("|C|").contains("|NCAPTIEN1|");
    send(FILE, content);
    live(bank, BusinessDays.at(LocalDate.of(2026, 12, 2), 9, 0), END);
    assertThat(out("ACK_" + FILE + "_02")).contains("|ACCEPTED|00|");
    assertThat(out("KQ_PTCTXH_20261201_000001_01.csv")).contains("|00|");
    assertThat(book.violations()).isEmpty();
  }

  @Test
  void returnsPaymentsAndCreditsThemOnTheStatement() throws IOException {
    send(FILE, payment(1, "20261201", 50, 0));
    live(bank(Map.of(1, Set.of(BankAction.RETURN_SOME))), MONDAY_NINE, END);
    String returned = out("KQ_PTCTXH_20261201_000001_03.csv").lines().filter(l -> l.contains("|20|")).findFirst().orElseThrow();
    assertThat(names().filter(n -> n.startsWith("SK_")).map(this::out)).anyMatch(text -> text.contains("|R" + returned.split("\\|")[1]));
  }

  private BankSimulator bank(Map<Integer, Set<BankAction>> script) {
    PartnerSide side = new PartnerSide("agribank", home, book);
    return new BankSimulator(side, new CsvDialect("PTCTXH"), new BankSimulator.Settings("2700201012345", Set.of("970405"), script,
        LocalDate.of(2026, 11, 29)), new Decisions(7), BusinessDays.vietnam());
  }

  private static void live(BankSimulator bank, Instant from, Instant until) {
    Instant now = from;
    while (!now.isAfter(until)) {
      bank.tick(now);
      now = bank.nextDue().orElseThrow();
    }
  }

  private void send(String name, String content) throws IOException {
    Files.createDirectories(home.resolve("in"));
    Files.writeString(home.resolve("in").resolve(name), content, StandardCharsets.US_ASCII);
  }

  /** A file written by hand from the contract; its header is wrong by so many dong. */
  private static String payment(int seq, String valueDate, int count, long wrongBy) {
    String orders = IntStream.rangeClosed(1, count).mapToObj(n -> "D|" + n + "|" + TestIds.id(n) + "|00" + (10_000_000 + n)
        + "|NGUYEN THI DUC HUYEN|970405|" + (500_000 + n) + "|TRO CAP T12 2026\n").reduce("", String::concat);
    long total = IntStream.rangeClosed(1, count).mapToLong(n -> 500_000 + n).sum();
    String before = "H|1|PTCTXH|" + seq + "|" + valueDate + "|VND|" + count + "|" + (total + wrongBy) + "\n" + orders;
    return before + "T|" + count + "|" + total + "|" + Decisions.sha256Hex(before.getBytes(StandardCharsets.US_ASCII)) + "\n";
  }

  private static void assertTotals(List<String> lines) {
    List<String> results = lines.stream().filter(l -> l.startsWith("R|")).toList();
    long sum = results.stream().mapToLong(l -> Long.parseLong(l.split("\\|")[2])).sum();
    assertThat(lines.get(lines.size() - 1)).isEqualTo("T|" + results.size() + "|" + sum);
  }

  private String out(String name) {
    try {
      return Files.readString(home.resolve("out").resolve(name));
    } catch (IOException e) {
      throw new AssertionError("no answer " + name, e);
    }
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("out"))) {
      return files.map(f -> f.getFileName().toString()).sorted().toList().stream();
    }
  }

  private Map<String, String> replies() throws IOException {
    Map<String, String> replies = new TreeMap<>();
    names().forEach(name -> replies.put(name, out(name)));
    return replies;
  }

  private String hash(String name) throws IOException {
    return Decisions.sha256Hex(Files.readAllBytes(home.resolve("in").resolve(name)));
  }
}
