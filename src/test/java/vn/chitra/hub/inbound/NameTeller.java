package vn.chitra.hub.inbound;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.chitra.hub.channel.bankapi.BankApi;
import vn.chitra.hub.partner.PartnerProfile;

/** A bank's API for tests: it returns the names that it was given, and no others. */
final class NameTeller implements BankApi {

  /** By the account's number. */
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<String> queried = new ArrayList<>();

  @Override
  public Reply call(PartnerProfile partner, Call call) {
    String account = call.path().split("/")[4];
    queried.add(account);
    return replies.getOrDefault(account, new Reply.Silent("không nối được"));
  }

  void says(String account, int status, String body) {
    replies.put(account, status < 500 ? new Reply.Answered(status, body.getBytes(StandardCharsets.UTF_8), null)
        : new Reply.Silent("HTTP " + status));
  }

  /** Accounts asked about so far, in order. */
  List<String> queried() {
    return List.copyOf(queried);
  }

  void forget() {
    replies.clear();
    queried.clear();
  }
}
