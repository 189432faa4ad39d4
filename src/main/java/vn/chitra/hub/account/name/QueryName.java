package vn.chitra.hub.account.name;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.chitra.hub.account.name.AccountHolder.AccountStatus;
import vn.chitra.hub.account.name.NameChecks.Account;
import vn.chitra.hub.channel.bankapi.BankApi;
import vn.chitra.hub.channel.bankapi.BankApi.Call;
import vn.chitra.hub.channel.bankapi.BankApi.Lane;
import vn.chitra.hub.channel.bankapi.BankApi.Reply;
import vn.chitra.hub.partner.PartnerProfile;

/** Asks a bank for the holder of one account (contract §4). Neither account nor name is logged. */
@Component
class QueryName {

  private static final Logger LOG = LoggerFactory.getLogger(QueryName.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int LONGEST_NAME = 200;
  /** Login refused, operation forbidden, too many calls. */
  private static final Set<Integer> OF_THE_HUB = Set.of(401, 403, 429);

  private final BankApi bank;

  QueryName(BankApi bank) {
    this.bank = bank;
  }

  /** The result of a query. */
  sealed interface Outcome {

    record Known(AccountHolder holder) implements Outcome {}

    /**
     * No usable reply: nothing is known.
     *
     * @param reply the bank's reply in short, without personal data
     * @param own the reply is about this account, and proves that the bank replies
     */
    record Unusable(String reply, boolean own) implements Outcome {}
  }

  Outcome holder(PartnerProfile partner, Account account) {
    Reply reply = bank.call(partner, Call.get("/v1/accounts/" + account.bin() + "/" + account.number() + "/name", null, Lane.NAMES));
    if (!(reply instanceof Reply.Answered response)) {
      LOG.warn("{} did not tell a name: {}", partner.id(), ((Reply.Silent) reply).why());
      return new Outcome.Unusable("không có trả lời", false);
    }
    if (response.status() == NOT_FOUND) {
      return new Outcome.Known(AccountHolder.of(AccountStatus.UNKNOWN, null));
    }
    Optional<AccountHolder> stated = response.status() == OK ? read(response.body()) : Optional.empty();
    if (stated.isEmpty()) {
      LOG.warn("{} did not tell a name: HTTP {}", partner.id(), response.status());
      return new Outcome.Unusable("HTTP " + response.status() + (response.status() == OK ? ", nội dung ngoài hợp đồng" : ""),
          !OF_THE_HUB.contains(response.status()));
    }
    return new Outcome.Known(stated.get());
  }

  private static Optional<AccountHolder> read(byte[] body) {
    try {
      JsonNode stated = JSON.readTree(body);
      String name = stated.path("name").asText("");
      String accountStatus = stated.path("status").asText("").toUpperCase(Locale.ROOT);
      boolean whole = stated.path("name").isTextual() && name.length() <= LONGEST_NAME && accountStatus.matches("OPEN|CLOSED|BLOCKED");
      return whole ? Optional.of(AccountHolder.of(AccountStatus.valueOf(accountStatus), name)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();   // no JSON says nothing; the payment waits and is asked about again
    }
  }
}
