package vn.chitra.hub.batch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Promises;
import vn.chitra.hub.partner.ValueDates;

/** Which waiting payments share a batch: those of one value date at a bank, of one list at a post office or commune. */
@Component
class PaymentGroups {

  private final ValueDates valueDates;
  private final Promises promises;
  private final Clock businessClock;

  PaymentGroups(ValueDates valueDates, Promises promises, Clock businessClock) {
    this.valueDates = valueDates;
    this.promises = promises;
    this.businessClock = businessClock;
  }

  /** Payments without a value date are in no group. */
  List<PaymentGroup> of(PartnerProfile partner, List<BatchPayments.Waiting> waiting) {
    Map<Object, PaymentGroup> groups = new LinkedHashMap<>();
    for (BatchPayments.Waiting one : waiting) {
      group(partner, one).ifPresent(group -> groups.merge(List.of(group.folder(), String.valueOf(group.programme()),
          String.valueOf(group.period()), String.valueOf(group.valueDate())), group, PaymentGroups::together));
    }
    return List.copyOf(groups.values());
  }

  /** Empty where the value date lies in a year that the calendar does not have. */
  Optional<PaymentGroup> group(PartnerProfile partner, BatchPayments.Waiting one) {
    return partner.kind().isBank() ? bankGroup(partner, one) : Optional.of(cashGroup(partner, one));
  }

  private Optional<PaymentGroup> bankGroup(PartnerProfile partner, BatchPayments.Waiting one) {
    return valueDates.valueDate(partner, one.payFrom(), businessClock.instant()).map(valueDate ->
        new PaymentGroup("", null, null, valueDate, List.of(one), promises.answerDueOn(partner, valueDate)));
  }

  private PaymentGroup cashGroup(PartnerProfile partner, BatchPayments.Waiting one) {
    String programme = partner.kind() == PartnerKind.COMMUNE ? one.programme() : null;
    return new PaymentGroup(one.folder(), programme, one.period(), null, List.of(one),
        promises.answerDueOn(partner, one.payUntil()));
  }

  private static PaymentGroup together(PaymentGroup a, PaymentGroup b) {
    List<BatchPayments.Waiting> waiting = new ArrayList<>(a.waiting());
    waiting.addAll(b.waiting());
    return new PaymentGroup(a.folder(), a.programme(), a.period(), a.valueDate(), waiting,
        a.answerDueOn().isAfter(b.answerDueOn()) ? a.answerDueOn() : b.answerDueOn());
  }
}
