package vn.chitra.hub.inbound;

import java.util.List;
import java.util.Optional;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.payout.Channel;

/** One kind of partner for {@link ChannelContract}: its channel, and its answers. */
interface Channelled {

  PartnerKind kind();

  default Channel channel() {
    return switch (kind()) {
      case POST_OFFICE -> Channel.POST_CASH;
      case COMMUNE -> Channel.COMMUNE_CASH;
      default -> Channel.BANK;
    };
  }

  /** A bank's BIN by which a payout comes to it; any for cash. */
  default String bin() {
    return "970405";
  }

  /** The partner holds our file, and nothing final is said of its payments. */
  InboundFile holds(HubStory story, Books.BatchRow batch, String id, long amount);

  /** The partner refuses the whole file; empty where the contract knows no such answer. */
  Optional<InboundFile> refuses(Books.BatchRow batch);

  /** The money is handed over, finally. */
  InboundFile pays(HubStory story, Books.BatchRow batch, String id, long amount);

  /** The partner's last answer, which leaves the payment in progress; empty where a last answer is final for every payment. */
  default Optional<InboundFile> leavesInProgress(Books.BatchRow batch, String id, long amount) {
    return Optional.empty();
  }

  /** The last answer that {@link #holds} leaves to come: the money is handed over. */
  default List<InboundFile> paysAtLast(HubStory story, Books.BatchRow batch, String id, long amount) {
    return List.of(pays(story, batch, id, amount));
  }

  /** The money is handed over, after {@link #leavesInProgress}. */
  default InboundFile paysLater(HubStory story, Books.BatchRow batch, String id, long amount) {
    return pays(story, batch, id, amount);
  }

  /** Another payment is said to be paid where ours should stand. */
  default InboundFile paysInstead(HubStory story, Books.BatchRow batch, String ours, String other, long amount) {
    return pays(story, batch, other, amount);
  }

  /** It never will be, finally. */
  InboundFile rejects(HubStory story, Books.BatchRow batch, String id, long amount);

  /** It came back after it was paid; empty where the contract knows no such answer. */
  Optional<InboundFile> returns(Books.BatchRow batch, String id, long amount);
}
