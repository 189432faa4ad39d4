package vn.chitra.hub.batch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.partner.BankingCalendar;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;

/** Puts released payments into batches at the send times of the partner: per value date at a bank, per list at a post office or commune. */
@Component
public class GatherBatches {

  private static final Logger LOG = LoggerFactory.getLogger(GatherBatches.class);

  private final Partners partners;
  private final PaymentGroups groups;
  private final SendTimes sendTimes;
  private final BatchPayments payments;
  private final Batches batches;
  private final Cases cases;
  private final Clock businessClock;

  GatherBatches(Partners partners, PaymentGroups groups, BankingCalendar calendar, BatchPayments payments, Batches batches, Cases cases,
      Clock businessClock) {
    this.partners = partners;
    this.groups = groups;
    this.sendTimes = new SendTimes(calendar);
    this.payments = payments;
    this.batches = batches;
    this.cases = cases;
    this.businessClock = businessClock;
  }

  /** The ids of the partners of those kinds. */
  public List<String> partners(List<PartnerKind> kinds) {
    return kinds.stream().flatMap(kind -> partners.ofKind(kind).stream()).map(PartnerProfile::id).toList();
  }

  /**
   * Fills the batches that are due at one partner, and returns the ids of all its open batches, older ones too. Payments whose value date
   * lies in a year that the calendar does not have wait, with a case; the others go.
   */
  @Transactional
  public List<Long> gather(String partnerId) {
    PartnerProfile partner = partners.byId(partnerId).orElseThrow();
    payments.reattach();
    sendTimes.latest(partner, businessClock.instant()).ifPresent(slot -> openDue(partner, slot));
    return batches.open(partnerId);
  }

  /** How many groups of payments are due to be put into a batch now. */
  @Transactional(readOnly = true)
  public long due() {
    return partners.all().stream().mapToLong(partner -> sendTimes.latest(partner, businessClock.instant())
        .map(slot -> payments.waiting(partner.id(), slot).stream().filter(one -> canTravel(partner, one)).count()).orElse(0L)).sum();
  }

  private void openDue(PartnerProfile partner, Instant slot) {
    List<BatchPayments.Waiting> waiting = payments.waiting(partner.id(), slot);
    noteOutsideCalendar(partner, waiting);
    Map<PaymentGroup, List<Batch>> opened = new LinkedHashMap<>();
    groups.of(partner, waiting).forEach(group -> opened.put(group, open(partner, group)));
    if (!opened.isEmpty()) {
      Map<Long, BatchPayments.Load> loads = payments.fill(partner.id(), opened, slot, partner.maxLines());
      opened.values().stream().flatMap(List::stream).forEach(batch -> load(batch, loads.get(batch.id())));
    }
    payments.forgetGathered(partner.id(), slot);
  }

  private List<Batch> open(PartnerProfile partner, PaymentGroup group) {
    return IntStream.range(0, group.batches(partner.maxLines()))
        .mapToObj(n -> batches.save(Batch.open(partner.id(), group, businessClock.instant()))).toList();
  }

  /** @param load null: other transactions held its payments */
  private static void load(Batch batch, BatchPayments.@Nullable Load load) {
    if (load == null) {
      batch.cancel();
      return;
    }
    batch.holds(load.payments(), load.totalVnd());
    LOG.info("batch {} opened for {} {}: {} payments, {} dong", batch.id(), batch.partner(), batch.folder(), load.payments(),
        load.totalVnd());
  }

  private boolean canTravel(PartnerProfile partner, BatchPayments.Waiting one) {
    return groups.group(partner, one).isPresent();
  }

  private void noteOutsideCalendar(PartnerProfile partner, List<BatchPayments.Waiting> waiting) {
    SortedSet<LocalDate> days = new TreeSet<>();
    waiting.stream().filter(one -> !canTravel(partner, one)).forEach(one -> days.add(one.payFrom()));
    String subject = "partner:" + partner.id();
    if (days.isEmpty()) {
      cases.autoClose(CaseKind.CALENDAR_ENDS, subject, "lịch ngày làm việc đã đủ");
    } else {
      cases.open(NewCase.about(CaseKind.CALENDAR_ENDS, subject, "Khoản chi từ ngày " + days.first()
          + " chưa xếp được ngày giá trị vì lịch ngày làm việc không có năm đó; các khoản khác vẫn đi.").atPartner(partner.id()));
    }
  }
}
