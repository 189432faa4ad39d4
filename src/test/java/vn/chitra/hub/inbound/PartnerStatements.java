package vn.chitra.hub.inbound;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.inbound.PartnerBooks.Booking;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;

/** A bank's statement of our funding account, written from its bookings: day after day, each opening with the last closing. */
final class PartnerStatements {

  private static final DateTimeFormatter BASIC = DateTimeFormatter.BASIC_ISO_DATE;
  private static final long FUNDS = 1_000_000_000;

  private final PartnerBooks truth;
  private final Map<String, Long> balances = new HashMap<>();

  PartnerStatements(PartnerBooks truth) {
    this.truth = truth;
  }

  private record Entry(boolean credit, long amount, String reference) {}

  /** The statement of a day that is over. */
  InboundFile of(PartnerProfile bank, LocalDate day) {
    long opening = balances.getOrDefault(bank.id(), FUNDS);
    List<Entry> entries = entries(bank, day);
    long closing = opening + entries.stream().mapToLong(entry -> entry.credit() ? entry.amount() : -entry.amount()).sum();
    balances.put(bank.id(), closing);
    return switch (bank.kind()) {
      case BANK_ISO -> iso(bank, day, opening, closing, entries);
      case BANK_API -> json(bank, day, opening, closing, entries);
      default -> text(bank, day, opening, closing, entries);
    };
  }

  /** One debit a file, one credit a return. */
  private List<Entry> entries(PartnerProfile bank, LocalDate day) {
    Map<Integer, Long> debits = new TreeMap<>();
    List<Entry> entries = new ArrayList<>();
    for (Booking booking : truth.bookings) {
      if (booking.file().partner.equals(bank.id()) && booking.day().equals(day)) {
        if (booking.back()) {
          entries.add(new Entry(true, booking.amount(), "R" + booking.id()));
        } else {
          debits.merge(booking.file().sent.seq(), booking.amount(), Long::sum);
        }
      }
    }
    debits.forEach((seq, dong) -> entries.add(new Entry(false, dong, "F" + seq)));
    return entries;
  }

  private static InboundFile text(PartnerProfile bank, LocalDate day, long opening, long closing, List<Entry> entries) {
    StringBuilder text = new StringBuilder("H|1|%s|%s|%d|%d\n".formatted(bank.fundingAccount(), BASIC.format(day), opening, closing));
    int no = 0;
    for (Entry entry : entries) {
      text.append("E|%d|%s|%d|%s|BR%d|\n".formatted(++no, entry.credit() ? "C" : "D", entry.amount(), entry.reference(), no));
    }
    text.append("T|%d|%d|%d\n".formatted(no, sum(entries, false), sum(entries, true)));
    return new InboundFile(bank.id(), "", "SK_%s_%s.csv".formatted(bank.sender(), BASIC.format(day)),
        text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static InboundFile json(PartnerProfile bank, LocalDate day, long opening, long closing, List<Entry> entries) {
    int[] no = {0};
    String listed = entries.stream().map(entry -> "{\"no\":%d,\"side\":\"%s\",\"amount\":%d,\"reference\":\"%s\"}".formatted(++no[0],
        entry.credit() ? "C" : "D", entry.amount(),
        entry.credit() ? entry.reference() : "B" + bank.sender() + "-%06d".formatted(Integer.parseInt(entry.reference().substring(1)))))
        .collect(Collectors.joining(","));
    return new InboundFile(bank.id(), "", "SK_" + day + ".json",
        "{\"account\":\"%s\",\"date\":\"%s\",\"opening\":%d,\"closing\":%d,\"entries\":[%s]}"
            .formatted(bank.fundingAccount(), day, opening, closing, listed).getBytes(StandardCharsets.UTF_8));
  }

  private static long sum(List<Entry> entries, boolean credit) {
    return entries.stream().filter(entry -> entry.credit() == credit).mapToLong(Entry::amount).sum();
  }

  private static InboundFile iso(PartnerProfile bank, LocalDate day, long opening, long closing, List<Entry> entries) {
    return IsoMessage.file(IsoMessage.statement(day, opening, closing, entries.stream().map(entry -> entry.credit()
        ? IsoMessage.entry(entry.amount(), "CRDT", day, "<TxDtls><Refs><EndToEndId>" + entry.reference().substring(1)
            + "</EndToEndId></Refs>" + IsoMessage.returned("AC04") + "</TxDtls>")
        : IsoMessage.entry(entry.amount(), "DBIT", day, "<Btch><PmtInfId>" + bank.sender() + "-%06d".formatted(Integer.parseInt(
            entry.reference().substring(1))) + "</PmtInfId></Btch>")).collect(Collectors.joining())));
  }
}
