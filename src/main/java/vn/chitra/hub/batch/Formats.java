package vn.chitra.hub.batch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.partner.PartnerKind;

/** The file format and the send queue of each kind of partner. */
@Component
public class Formats {

  private final Map<PartnerKind, FileFormat<BankInstruction>> bank = new EnumMap<>(PartnerKind.class);
  private final Map<PartnerKind, FileFormat<CashEntry>> cash = new EnumMap<>(PartnerKind.class);

  public Formats(List<FileFormat<BankInstruction>> bankFormats, List<FileFormat<CashEntry>> cashFormats) {
    bankFormats.forEach(format -> bank.put(format.kind(), format));
    cashFormats.forEach(format -> cash.put(format.kind(), format));
  }

  /** @throws java.util.NoSuchElementException when no file format of that kind exists */
  FileFormat<BankInstruction> bank(PartnerKind kind) {
    return Optional.ofNullable(bank.get(kind)).orElseThrow();
  }

  /** @throws java.util.NoSuchElementException when no list format of that kind exists */
  FileFormat<CashEntry> cash(PartnerKind kind) {
    return Optional.ofNullable(cash.get(kind)).orElseThrow();
  }

  /** The queue on which batches for that kind of partner wait. */
  public Destination sendQueue(PartnerKind kind) {
    return switch (kind) {
      case POST_OFFICE -> Destination.SEND_POST_OFFICE_LIST;
      case COMMUNE -> Destination.SEND_COMMUNE_LIST;
      case BANK_API -> Destination.SEND_BULK;
      default -> Destination.SEND_BANK_FILE;
    };
  }
}
