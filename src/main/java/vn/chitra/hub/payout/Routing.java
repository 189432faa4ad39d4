package vn.chitra.hub.payout;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.partner.Communes;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.partner.Place;
import vn.chitra.hub.partner.Places;
import vn.chitra.hub.support.Word;

/** Finds the partner, and its folder, for a payout of a given channel. */
public final class Routing {

  private final Partners partners;
  private final Places places;
  private final Communes communes;

  public Routing(Partners partners, Places places, Communes communes) {
    this.partners = partners;
    this.places = places;
    this.communes = communes;
  }

  /** The destination of a payment, or the reason why it is held. */
  public sealed interface Destination {

    /** @param folder post office or commune, empty at a bank */
    record Partner(String partner, String folder) implements Destination {}

    /** @param reason a hold reason, @param explanation Vietnamese */
    record Held(String reason, String explanation) implements Destination {

      /** The explanation; in English what the reason means, without names. */
      public Word words() {
        return new Word(explanation, switch (reason) {
          case "BANK_UNREACHABLE" -> "no bank can pay to the bank of the account";
          case "OVER_BANK_LIMIT" -> "the amount is above the bank's limit of one payment";
          default -> "no partner pays cash in that commune";
        });
      }
    }
  }

  /** @param bin of the account, for the bank channel only */
  public Destination of(Channel channel, @Nullable String bin, String communeCode, LocalDate payFrom, long amountVnd) {
    if (channel == Channel.BANK) {
      return partners.forBin(bin == null ? "" : bin).map(bank -> atBank(bank, amountVnd))
          .orElseGet(() -> new Destination.Held("BANK_UNREACHABLE", "không có ngân hàng nào chuyển được tới " + bank(bin)));
    }
    return places.at(communeCode, payFrom).map(place -> atPlace(channel, place))
        .orElseGet(() -> new Destination.Held("NO_PLACE", commune(communeCode, payFrom)
            + " chưa có bưu cục hoặc thư mục phục vụ"));
  }

  private String bank(@Nullable String bin) {
    return Optional.ofNullable(bin).flatMap(partners::bankName).map(name -> name + " (BIN " + bin + ")").orElse("mã BIN " + bin);
  }

  private String commune(String code, LocalDate on) {
    return communes.nameAt(code, on).map(name -> name + " (" + code + ")").orElse("xã " + code);
  }

  private static Destination atBank(PartnerProfile bank, long amountVnd) {
    return amountVnd > bank.interbankLimitVnd()
        ? new Destination.Held("OVER_BANK_LIMIT", "số tiền vượt hạn mức một lệnh của " + bank.name())
        : new Destination.Partner(bank.id(), "");
  }

  private Destination atPlace(Channel channel, Place place) {
    boolean post = channel == Channel.POST_CASH;
    return (post ? partners.postOffice() : partners.commune())
        .<Destination>map(partner -> new Destination.Partner(partner.id(), post ? place.postOffice() : place.communeFolder()))
        .orElseGet(() -> new Destination.Held("NO_PLACE", "chưa có đối tác chi tiền mặt tại " + (post ? "bưu cục" : "xã")));
  }
}
