package vn.chitra.hub.account.name;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
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

  private final BankApi bank;

  QueryName(BankApi bank) {
    this.bank = bank;
  }

  /** Empty when the bank did not say: nothing is known then. */
  Optional<AccountHolder> holder(PartnerProfile partner, Account account) {
    Reply reply = bank.call(partner, Call.get("/v1/accounts/" + account.bin() + "/" + account.number() + "/name", null, Lane.NAMES));
    if (reply instanceof Reply.Answered response && response.status() == NOT_FOUND) {
      return Optional.of(AccountHolder.of(AccountStatus.UNKNOWN, null));
    }
    Optional<AccountHolder> stated = reply instanceof Reply.Answered response && response.status() == OK ? read(response.body())
        : Optional.empty();
    if (stated.isEmpty()) {
      LOG.warn("{} did not tell a name: {}", partner.id(), reply instanceof Reply.Answered response ? "HTTP " + response.status()
          : ((Reply.Silent) reply).why());
    }
    return stated;
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
