package vn.chitra.hub.batch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.partner.BankingCalendar;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.partner.ValueDates;

/** Puts released payments into batches at the send times of the partner: per value date at a bank, per list at a post office or commune. */
@Component
public class GatherBatches {

  private static final Logger LOG = LoggerFactory.getLogger(GatherBatches.class);

  private final Partners partners;
  private final ValueDates valueDates;
  private final SendTimes sendTimes;
  private final BatchPayments payments;
  private final Batches batches;
  private final Clock businessClock;

  GatherBatches(Partners partners, ValueDates valueDates, BankingCalendar calendar, BatchPayments payments, Batches batches,
      Clock businessClock) {
    this.partners = partners;
    this.valueDates = valueDates;
    this.sendTimes = new SendTimes(calendar);
    this.payments = payments;
    this.batches = batches;
    this.businessClock = businessClock;
  }

  /** The ids of the partners of those kinds. */
  public List<String> partners(List<PartnerKind> kinds) {
    return kinds.stream().flatMap(kind -> partners.ofKind(kind).stream()).map(PartnerProfile::id).toList();
  }

  /** Fills the batches that are due at one partner, and returns the ids of all its open batches, older ones too. */
  @Transactional
  public List<Long> gather(String partnerId) {
    PartnerProfile partner = partners.byId(partnerId).orElseThrow();
    payments.reattach();
    sendTimes.latest(partner, businessClock.instant()).ifPresent(slot -> openDue(partner, slot));
    return batches.findByStateAndPartnerOrderById(BatchState.OPEN, partnerId).stream().map(Batch::id).toList();
  }

  /** How many groups of payments are due to be put into a batch now. */
  @Transactional(readOnly = true)
  public long due() {
    return partners.all().stream().mapToLong(partner -> sendTimes.latest(partner, businessClock.instant())
        .map(slot -> (long) payments.waiting(partner.id(), slot).size()).orElse(0L)).sum();
  }

  private void openDue(PartnerProfile partner, Instant slot) {
    for (PaymentGroup group : groups(partner, payments.waiting(partner.id(), slot))) {
      BatchPayments.Load load;
      do {
        Batch batch = batches.saveAndFlush(Batch.open(partner.id(), group, businessClock.instant()));
        load = payments.fill(batch, group, slot, partner.maxLines());
        batch.holds(load.payments(), load.totalVnd());
        if (load.payments() == 0) {
          batch.cancel();
        } else {
          LOG.info("batch {} opened for {} {}: {} payments, {} dong", batch.id(), partner.id(), group.folder(), load.payments(),
              load.totalVnd());
        }
      } while (load.payments() == partner.maxLines());
    }
  }

  private List<PaymentGroup> groups(PartnerProfile partner, List<BatchPayments.Waiting> waiting) {
    Map<Object, PaymentGroup> groups = new LinkedHashMap<>();
    for (BatchPayments.Waiting one : waiting) {
      PaymentGroup group = partner.kind().isBank() ? bankGroup(partner, one) : cashGroup(partner, one);
      groups.merge(List.of(group.folder(), String.valueOf(group.programme()), String.valueOf(group.period()),
          String.valueOf(group.valueDate())), group, GatherBatches::together);
    }
    return List.copyOf(groups.values());
  }

  private PaymentGroup bankGroup(PartnerProfile partner, BatchPayments.Waiting one) {
    LocalDate valueDate = valueDates.valueDate(partner, one.payFrom(), businessClock.instant());
    return new PaymentGroup("", null, null, valueDate, List.of(one.payFrom()), valueDate.plusDays(partner.answerWithin().toDays()));
  }

  private static PaymentGroup cashGroup(PartnerProfile partner, BatchPayments.Waiting one) {
    String programme = partner.kind() == PartnerKind.COMMUNE ? one.programme() : null;
    return new PaymentGroup(one.folder(), programme, one.period(), null, List.of(one.payFrom()),
        one.payUntil().plusDays(partner.answerWithin().toDays()));
  }

  private static PaymentGroup together(PaymentGroup a, PaymentGroup b) {
    List<LocalDate> payFroms = new ArrayList<>(a.payFroms());
    payFroms.addAll(b.payFroms());
    return new PaymentGroup(a.folder(), a.programme(), a.period(), a.valueDate(), payFroms,
        a.answerDueOn().isAfter(b.answerDueOn()) ? a.answerDueOn() : b.answerDueOn());
  }
}
