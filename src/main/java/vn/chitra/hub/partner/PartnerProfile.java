package vn.chitra.hub.partner;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One partner as data: {@code mappings/partners/<id>.yaml}.
 *
 * @param id at most 20 characters; the name in tables, settings ({@code hub.sftp.<sftp>.*}), results and settlement
 * @param name for people
 * @param sender our sender id at this partner
 * @param sftp name of the connection in the settings; empty where the partner has an API instead
 * @param inFolder where we put files; {@code {folder}} stands for the post office or the commune
 * @param outFolder where the partner's answers lie, same form
 * @param fundingAccount the account the partner pays from; none at communes
 * @param sendAt times of day (Asia/Ho_Chi_Minh) at which released payments are put into a batch
 * @param cutOff a payment handed over before this time may still be executed that day
 * @param bankingDaysOnly whether batches are made on banking days only
 * @param maxLines most payments in one file
 * @param interbankLimitVnd largest single payment, dong
 * @param ackWithin how long after sending an ACK is expected; null = this kind sends none
 * @param answerWithin how long after the value date (bank) or the last pay day (cash) the last answer is expected
 * @param moveToDone whether the hub may move a fetched file to {@code done/} beside it
 * @param maxInboundBytes a larger file is not fetched
 * @param release {@code AUTOMATIC} or {@code WHEN_FUNDED}
 * @param codes name of the code table in {@code mappings/codes}
 * @param rename whether the partner's server lets us rename; where it does not, an empty {@code NAME.done} marks {@code NAME} as complete
 * @param api how its API may be used; null where it takes files
 * @param iso how its ISO 20022 messages are encrypted and parsed; null for other formats
 * @param temporaryEndings how names end while their file is being written, in lower case; such a file is not there yet
 * @param renamesIntoPlace whether a file is whole as soon as it has its name; otherwise it is fetched once size and time stand still
 * @param fundingFrom who funds the account: the payer's account, or how his name or reference begins; empty = not known
 */
public record PartnerProfile(
    String id,
    PartnerKind kind,
    String name,
    String sender,
    String sftp,
    String inFolder,
    String outFolder,
    @Nullable String fundingAccount,
    List<LocalTime> sendAt,
    LocalTime cutOff,
    boolean bankingDaysOnly,
    int maxLines,
    long interbankLimitVnd,
    @Nullable Duration ackWithin,
    Duration answerWithin,
    boolean moveToDone,
    long maxInboundBytes,
    Release release,
    String codes,
    boolean rename,
    @Nullable ApiTerms api,
    @Nullable IsoTerms iso,
    List<String> fundingFrom,
    List<String> temporaryEndings,
    boolean renamesIntoPlace) {

  /** Endings of programs that write a file under another name first (contract §0.5). */
  public static final List<String> TEMPORARY_ENDINGS = List.of(".part", ".tmp", ".filepart", ".crdownload", ".uploading");

  public PartnerProfile {
    temporaryEndings = List.copyOf(temporaryEndings);
    fundingFrom = List.copyOf(fundingFrom);
  }

  /** A partner that takes files in a form of its own, and renames its own into place. */
  public PartnerProfile(String id, PartnerKind kind, String name, String sender, String sftp, String inFolder, String outFolder,
      @Nullable String fundingAccount, List<LocalTime> sendAt, LocalTime cutOff, boolean bankingDaysOnly, int maxLines,
      long interbankLimitVnd, @Nullable Duration ackWithin, Duration answerWithin, boolean moveToDone, long maxInboundBytes,
      Release release, String codes, boolean rename) {
    this(id, kind, name, sender, sftp, inFolder, outFolder, fundingAccount, sendAt, cutOff, bankingDaysOnly, maxLines, interbankLimitVnd,
        ackWithin, answerWithin, moveToDone, maxInboundBytes, release, codes, rename, null, null, List.of(), TEMPORARY_ENDINGS, true);
  }

  /** Name of the connection in the settings, whichever kind it is. */
  public String connection() {
    return api == null ? sftp : api.connection();
  }

  /** @throws NullPointerException where the partner takes files */
  public ApiTerms apiTerms() {
    return Objects.requireNonNull(api);
  }

  /** @throws NullPointerException where the partner does not use ISO 20022 */
  public IsoTerms isoTerms() {
    return Objects.requireNonNull(iso);
  }

  public enum Release { AUTOMATIC, WHEN_FUNDED }
}
