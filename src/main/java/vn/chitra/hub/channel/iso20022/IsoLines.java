package vn.chitra.hub.channel.iso20022;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.inbound.InboundFile;
import vn.chitra.hub.inbound.StatusSink;
import vn.chitra.hub.partner.CodeTable;
import vn.chitra.hub.partner.PartnerCode;

/** Receives the content of a message while it is read: lines go to the payment statuses, the rest is collected into one case per kind. */
final class IsoLines implements IsoSink {

  private static final int NAMED_IN_A_CASE = 10;

  private final StatusSink statuses;
  private final CodeTable codes;
  private final InboundFile file;
  private final Map<CaseKind, Heap> heaps = new EnumMap<>(CaseKind.class);

  IsoLines(StatusSink statuses, CodeTable codes, InboundFile file) {
    this.statuses = statuses;
    this.codes = codes;
    this.file = file;
  }

  @Override
  public void line(IsoLine line) {
    OptionalInt seq = line.paymentInformationId() == null ? OptionalInt.empty()
        : MessageIds.seqOf(file.partner().sender(), line.paymentInformationId());
    statuses.status(line.status(), meaning(line), seq);
  }

  @Override
  public void notice(IsoNotice notice) {
    heaps.computeIfAbsent(notice.kind(), kind -> new Heap()).add(notice);
  }

  /** A statement is read again when it is matched. */
  @Override
  public void entry(StatementEntry entry) {
    // nothing of a payment
  }

  List<NewCase> notices() {
    List<NewCase> cases = new ArrayList<>();
    heaps.forEach((kind, heap) -> cases.add(NewCase.about(kind, "file:" + file.id(), "Tệp " + file.number() + ": "
        + String.join("; ", heap.words) + (heap.count > heap.words.size() ? "; và " + (heap.count - heap.words.size()) + " chỗ nữa" : ""))
        .atPartner(file.partner().id()).inFile(file.id(), null, heap.field).over(heap.count, heap.dong)));
    return cases;
  }

  /** The message decides the state. The table gives the hub's own reason, and a case only where the message requires none. */
  private PartnerCode meaning(IsoLine line) {
    CaseKind attention = line.attention();
    return codes.lookup(line.code())
        .map(row -> new PartnerCode(row.code(), line.reported().name(), attention == null ? null : attention.name(), row.reasonCode(),
            row.meaning()))
        .orElseGet(() -> new PartnerCode(line.code(), line.reported().name(), attention == null ? null : attention.name(), null, ""));
  }

  private static final class Heap {
    private final List<String> words = new ArrayList<>();
    private int count;
    private long dong;
    private @Nullable String field;

    void add(IsoNotice notice) {
      count++;
      dong = Math.addExact(dong, notice.amountVnd() == null ? 0 : notice.amountVnd());
      field = field == null ? notice.field() : field;
      if (words.size() < NAMED_IN_A_CASE) {
        words.add(notice.evidence());
      }
    }
  }
}
