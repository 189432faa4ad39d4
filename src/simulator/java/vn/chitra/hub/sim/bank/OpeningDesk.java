package vn.chitra.hub.sim.bank;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitra.hub.sim.BusinessDays;
import vn.chitra.hub.sim.Decisions;
import vn.chitra.hub.sim.PartnerSide;

/**
 * Opens accounts: acknowledges the file within minutes, answers most people on the second banking day, those who had to visit a week later.
 * Its records store these files under negative numbers, because they are counted apart from payment files.
 */
final class OpeningDesk {

  private static final Pattern NAME = Pattern.compile("MTK_([A-Z0-9]+)_(\\d{8})_(\\d{6})\\.csv");
  private static final Pattern PERSON = Pattern.compile("M\\|\\d+\\|[!-{}~]+\\|[^|]+\\|\\d{0,8}\\|\\d{12}\\|[^|]*\\|\\d{5}\\|[^|]*");
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private final PartnerSide side;
  private final Decisions decisions;
  private final BusinessDays days;
  private final String in;
  private final String out;

  OpeningDesk(PartnerSide side, Decisions decisions, BusinessDays days, String in, String out) {
    this.side = side;
    this.decisions = decisions;
    this.days = days;
    this.in = in;
    this.out = out;
  }

  boolean isMeant(String fileName) {
    return NAME.matcher(fileName).matches();
  }

  void take(PartnerSide.Arrival arrival, Instant now) {
    int seq = -seq(arrival.name());
    if (arrival.before() == null) {
      List<String> lines = lines(arrival.bytes());
      complain(arrival, lines, now);
      side.enter(arrival, seq, lines.size() - 2, 0, null, true, now);
      side.keep(arrival);
      side.plan("", seq, "OPENING_PART_1", BusinessDays.at(days.bankingDayAfter(days.bankingDayAfter(BusinessDays.day(now))), 11, 0));
    }
    side.plan("", seq, "OPENING_ACK", now.plus(Duration.ofMinutes(3)));
  }

  boolean performs(PartnerSide.Step step) {
    return step.name().startsWith("OPENING_");
  }

  void perform(PartnerSide.Step step) {
    PartnerSide.Kept ours = side.kept("", step.seq());
    if (step.name().equals("OPENING_ACK")) {
      int number = 1;
      while (side.answered(out, "ACK_%s_%02d".formatted(ours.name(), number))) {
        number++;
      }
      side.reply(out, "ACK_%s_%02d".formatted(ours.name(), number),
          bytes("A|" + ours.name() + "|" + Decisions.sha256Hex(ours.content()) + "|ACCEPTED|00|DA NHAN\n"), step.dueAt());
      side.moveAway("", in, ours.name());
    } else {
      boolean last = step.name().endsWith("2");
      reply(ours, last ? 2 : 1, last, step.dueAt());
      if (!last) {
        side.plan("", step.seq(), "OPENING_PART_2", BusinessDays.at(days.bankingDayFrom(BusinessDays.day(step.dueAt()).plusDays(7)), 11,
            0));
      }
    }
  }

  private void reply(PartnerSide.Kept ours, int part, boolean last, Instant now) {
    Matcher name = NAME.matcher(ours.name());
    if (!name.matches()) {
      throw new IllegalStateException(ours.name());
    }
    LocalDate today = BusinessDays.day(now);
    StringBuilder text = new StringBuilder("H|1|%s|%d|%d|%s\n".formatted(name.group(1), seq(ours.name()), part, last ? "Y" : "N"));
    int count = 0;
    for (String line : lines(ours.content())) {
      String[] fields = line.split("\\|", -1);
      boolean visits = fields.length == 9 && decisions.perMille(200, "visits", fields[2]);
      if (fields.length == 9 && (part == 1 || visits)) {
        text.append(word(fields[2], visits && part == 1, today)).append('\n');
        count++;
      }
    }
    side.reply(out, "KQ" + ours.name().replace(".csv", "_%02d.csv".formatted(part)), bytes(text + "T|" + count + "\n"), now);
  }

  private String word(String request, boolean waits, LocalDate today) {
    if (waits) {
      return "R|" + request + "|WAITING||||";
    }
    return decisions.perMille(100, "refused", request) ? "R|" + request + "|REFUSED||||GT"
        : "R|%s|OPENED|2799%09d|KHACH HANG MOI|%s|".formatted(request, decisions.below(999_999_999, "account", request), DAY.format(today));
  }

  private void complain(PartnerSide.Arrival arrival, List<String> lines, Instant now) {
    String head = "H|1|" + arrival.name().split("_")[1] + "|" + seq(arrival.name()) + "|" + (lines.size() - 2);
    boolean whole = new String(arrival.bytes(), StandardCharsets.UTF_8).endsWith("\n") && lines.get(0).equals(head)
        && lines.get(lines.size() - 1).equals("T|" + (lines.size() - 2));
    long odd = lines.subList(1, Math.max(1, lines.size() - 1)).stream().filter(line -> !PERSON.matcher(line).matches()).count();
    if (!whole || odd > 0) {
      side.violation(arrival.name(), "an account-opening file that the contract does not know: " + odd + " odd lines", now);
    }
  }

  private static List<String> lines(byte[] bytes) {
    return Arrays.asList(new String(bytes, StandardCharsets.UTF_8).split("\n"));
  }

  private static int seq(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(name);
    }
    return Integer.parseInt(matcher.group(3));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
