package vn.chitra.hub.inbound;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.inbound.PartnerBooks.PaymentFile;
import vn.chitra.hub.partner.PartnerKind;

/** Answers of partners as files, in each partner's own form, with their meaning in the words of the scenario. */
final class PartnerMessages {

  private static final DateTimeFormatter BASIC = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter VIETNAMESE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final HubStory story;

  PartnerMessages(HubStory story) {
    this.story = story;
  }

  enum Status { IN_PROGRESS, PAID, REJECTED, UNCOLLECTED, RETURNED, UNKNOWN }

  enum Acknowledgement { NONE, ACCEPTED, REFUSED, NO_FUNDS }

  /** One payment in an answer. */
  record Stated(String id, long amount, Status status, String code, LocalDate day, String reference) {

    @Override
    public String toString() {
      return id + " " + amount + " " + status + (code.isEmpty() ? "" : " " + code) + " " + day;
    }
  }

  /**
   * An answer.
   *
   * @param about the file of ours that it names; null where its form names none
   * @param closing a cash list's last report
   * @param ourHash whether its acknowledgement carries the hash of our file
   */
  record Message(InboundFile file, @Nullable PaymentFile about, Acknowledgement acknowledgement, boolean ourHash, boolean closing,
      List<Stated> stated) {

    boolean names(String id) {
      return stated.stream().anyMatch(one -> one.id().equals(id));
    }

    @Override
    public String toString() {
      return file.partner() + " «" + file.name() + "»" + (about == null ? "" : " about " + about)
          + (acknowledgement == Acknowledgement.NONE ? "" : " " + acknowledgement + (ourHash ? "" : " with another hash"))
          + (closing ? " closing" : "") + stated.stream().map(one -> "\n      " + one).collect(Collectors.joining());
    }
  }

  /** A acknowledgement of the whole file; null where the partner's contract knows no such answer. */
  @Nullable Message acknowledgement(PaymentFile file, Acknowledgement acknowledgement, String code, int number, boolean ourHash) {
    String hash = ourHash ? file.sent.sha256() : "cd".repeat(32);
    boolean accepted = acknowledgement == Acknowledgement.ACCEPTED;
    InboundFile reply = switch (file.kind) {
      case BANK_CSV -> BankMessages.ack(file.sent, number, accepted, code, hash);
      case BANK_FIXED -> accepted ? null : fixedRefusal(file, code, number, hash);
      case BANK_ISO -> ourHash ? iso(file, accepted ? "ACSP" : "RJCT " + (acknowledgement == Acknowledgement.NO_FUNDS ? "AM04" : "FF01"),
          "") : null;
      case BANK_API -> acknowledgement == Acknowledgement.REFUSED && ourHash ? ApiMessages.refusal(file.sent, 400, code)
          : accepted && ourHash ? ApiMessages.page(file.sent, ++file.parts, false) : null;
      default -> null;
    };
    return reply == null ? null : new Message(reply, file, acknowledgement, ourHash, false, List.of());
  }

  /** A partner's statuses of payments; one message, or at a bank with ISO 20022 one per kind of status. */
  List<Message> results(PaymentFile file, boolean last, List<Stated> stated) {
    return switch (file.kind) {
      case BANK_CSV -> List.of(of(csv(file, ++file.parts, last, stated), file, last, stated));
      case BANK_FIXED -> List.of(of(fixed(file, ++file.parts, last, stated), file, last, stated));
      case BANK_ISO -> isoResults(file, stated);
      case POST_OFFICE -> List.of(of(postOffice(file, ++file.parts, last, stated), file, last, stated));
      case COMMUNE -> List.of(of(commune(file, ++file.parts, last, stated), file, last, stated));
      case BANK_API -> List.of(api(file, last, stated));
    };
  }

  /** A page of the bulk's results, or by turns what the bank tells of one transfer by itself. */
  private static Message api(PaymentFile file, boolean last, List<Stated> stated) {
    file.parts++;
    List<String> results = stated.stream().map(one -> ApiMessages.result(one.id(), one.amount(), switch (one.status()) {
      case IN_PROGRESS -> "PROCESSING";
      case UNCOLLECTED, REJECTED -> "REJECTED";
      case UNKNOWN -> "PAID";
      default -> one.status().name();
    }, one.code(), one.reference(), one.day())).toList();
    return results.size() == 1 && file.parts % 2 == 0
        ? new Message(ApiMessages.event(file.parts + "-" + stated.get(0).id(), results.get(0)), null, Acknowledgement.NONE, true, false,
        stated)
        : of(ApiMessages.page(file.sent, file.parts, last, results.toArray(String[]::new)), file, last, stated);
  }

  private static Message of(InboundFile reply, PaymentFile file, boolean last, List<Stated> stated) {
    return new Message(reply, file, Acknowledgement.NONE, true, last && !file.kind.isBank(), stated);
  }

  private static InboundFile csv(PaymentFile file, int part, boolean last, List<Stated> stated) {
    return BankMessages.part(file.sent, part, last, stated.stream().map(one -> new BankMessages.Line(one.id(), one.amount(), one.code(),
        one.reference(), BASIC.format(one.day()), "")).toArray(BankMessages.Line[]::new));
  }

  private static InboundFile fixed(PaymentFile file, int part, boolean last, List<Stated> stated) {
    String name = file.sent.fileName().replace(".P", ".R") + ".%02d".formatted(part);
    StringBuilder text = new StringBuilder(record("1%-8s%06d%02d%s".formatted(sender(file), file.sent.seq(), part, last ? "Y" : "N")));
    stated.forEach(one -> text.append(record("6%s%015d%s%-20s%s".formatted(one.id(), one.amount(), one.code(), one.reference(),
        BASIC.format(one.day())))));
    text.append(record("9%06d%018d".formatted(stated.size(), stated.stream().mapToLong(Stated::amount).sum())));
    return new InboundFile(file.partner, "", name, text.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  private static InboundFile fixedRefusal(PaymentFile file, String code, int number, String hash) {
    String name = file.sent.fileName().replace(".P", ".X") + ".%02d".formatted(number);
    return new InboundFile(file.partner, "", name, record("X%-8s%06d%s%s".formatted(sender(file), file.sent.seq(), code, hash))
        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  private static String sender(PaymentFile file) {
    return file.sent.fileName().substring(0, file.sent.fileName().indexOf('.'));
  }

  private static String record(String fields) {
    return "%-160s\r\n".formatted(fields);
  }

  private List<Message> isoResults(PaymentFile file, List<Stated> stated) {
    List<Message> messages = new ArrayList<>();
    List<Stated> reported = stated.stream().filter(one -> one.status() != Status.PAID && one.status() != Status.RETURNED).toList();
    if (!reported.isEmpty()) {
      String transactions = reported.stream().map(one -> IsoMessage.transaction(one.id(),
          one.status() == Status.REJECTED ? "RJCT " + one.code() : one.code())).collect(Collectors.joining());
      messages.add(new Message(iso(file, "PART", transactions), file, Acknowledgement.NONE, true, false, reported));
    }
    stated.stream().filter(one -> one.status() == Status.PAID || one.status() == Status.RETURNED).forEach(one -> {
      boolean back = one.status() == Status.RETURNED;
      InboundFile booked = IsoMessage.file(IsoMessage.booked(one.id(), String.valueOf(one.amount()), back ? "CRDT" : "DBIT", "BOOK",
          back ? IsoMessage.returned(one.code()) : "", one.day(), one.reference()));
      messages.add(new Message(booked, null, Acknowledgement.NONE, true, false, List.of(one)));
    });
    return messages;
  }

  /** Every payment of the file is credited, in one word. */
  Message allCredited(PaymentFile file) {
    return new Message(iso(file, "ACCC", ""), file, Acknowledgement.NONE, true, false, file.payments.stream()
        .map(one -> new Stated(one.id, one.amount, Status.PAID, "", story.today(), one.reference)).toList());
  }

  /** The file is said to be credited, and one payment of it not; named or not, listed or only counted. */
  Message creditedButOne(PaymentFile file, PartnerBooks.Payment rejected, boolean named) {
    String transaction = named ? IsoMessage.transaction(rejected.id, "RJCT AC04")
        : IsoMessage.transaction(rejected.id, "RJCT AC04").replaceFirst("<OrgnlEndToEndId>[^<]*</OrgnlEndToEndId>", "");
    return new Message(iso(file, "ACCC", transaction), file, Acknowledgement.NONE, true, false,
        named ? List.of(new Stated(rejected.id, rejected.amount, Status.REJECTED, "AC04", story.today(), "")) : List.of());
  }

  private InboundFile iso(PaymentFile file, String group, String transactions) {
    String at = story.instant().atZone(vn.chitra.hub.support.Zone.VIETNAM).toOffsetDateTime()
        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    return IsoMessage.file(IsoMessage.group(file.sent.seq(), "10", at, group, transactions));
  }

  private static InboundFile postOffice(PaymentFile file, int version, boolean closing, List<Stated> stated) {
    String lines = stated.stream().map(one -> one.status() == Status.PAID
        ? one.id() + ";DA_CHI;" + one.amount() + ";" + VIETNAMESE.format(one.day()) + ";Đỗ Văn Hoà;Con;NHA;;\r\n"
        : one.id() + ";CHUA_CHI;" + one.amount() + ";;;;NHA;" + one.code() + ";\r\n").collect(Collectors.joining());
    long paid = stated.stream().filter(one -> one.status() == Status.PAID).mapToLong(Stated::amount).sum();
    String body = "ma_chi_tra;trang_thai;so_tien;ngay_chi;nguoi_nhan;quan_he;noi_chi;ma_ly_do;ghi_chu\r\n" + lines
        + "TONG;" + stated.size() + ";" + paid + ";;;;;;\r\n";
    String period = Arrays.stream(file.sent.fileName().split("_")).filter(reported -> reported.matches("20\\d{4}")).findFirst()
        .orElseThrow();
    String name = "KQ_%s_%s_%06d_%03d%s.csv".formatted(file.sent.folder(), period, file.sent.seq(), version, closing ? "_CUOI" : "");
    return new InboundFile(file.partner, file.sent.folder(), name, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private InboundFile commune(PaymentFile file, int version, boolean closing, List<Stated> stated) {
    CashReports.FilledList sheet = CashReports.commune(story, file.sent);
    long paid = 0;
    for (Stated one : stated) {
      if (file.payments.stream().noneMatch(payment -> payment.id.equals(one.id()))) {
        continue;
      }
      if (one.status() == Status.PAID) {
        sheet.paid(one.id()).put(one.id(), "Ngày chi", VIETNAMESE.format(one.day()));
        paid += one.amount();
      } else {
        sheet.unpaid(one.id(), one.code());
      }
    }
    long all = file.payments.stream().mapToLong(payment -> payment.amount).sum();
    sheet.settled(paid, all - paid);
    return closing ? sheet.closing(version) : sheet.interim(version);
  }

  static boolean isIso(PaymentFile file) {
    return file.kind == PartnerKind.BANK_ISO;
  }
}
