package vn.chitra.hub.sim.bankapi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.sim.Decisions;
import vn.chitra.hub.sim.bankapi.BankApiServer.Reply;

/** The bank's answers to a POST of a bulk, strictly in the order of checks in the contract. */
final class PostedBulks {

  private final BankApiSimulator bank;

  PostedBulks(BankApiSimulator bank) {
    this.bank = bank;
  }

  synchronized Reply post(@Nullable String key, boolean signed, byte[] body) {
    BulkBody bulk = BulkBody.read(bank.settings().sender(), bank.settings().bins(), body);
    if (!signed) {
      bank.violation("X-Signature does not sign the body, or is old", bulk.clientBulkId());
      return Reply.of(401, "{}");
    }
    if (key == null || !key.matches("[\\x21-\\x7e]{16,64}")) {
      bank.violation("Idempotency-Key", bulk.clientBulkId());
      return Reply.of(418, "{}");
    }
    Instant now = bank.now().orElseThrow();
    Reply before = beforeBooking(bulk);
    if (before != null) {
      return before;
    }
    AtomicReference<Reply> reply = new AtomicReference<>();
    bank.inTransaction(() -> reply.set(decide(bulk, key, Decisions.sha256Hex(body), body.length, now)));
    return reply.get().status() == 202 ? afterBooking(bulk, reply.get()) : reply.get();
  }

  private @Nullable Reply beforeBooking(BulkBody bulk) {
    int seq = bulk.seq();
    if (once(seq, ApiAction.TOKEN_ENDED_ONCE)) {
      return Reply.of(401, "{}");
    }
    if (once(seq, ApiAction.FORBIDDEN_ONCE)) {
      return Reply.of(403, "{}");
    }
    if (once(seq, ApiAction.BUSY_ONCE)) {
      return Reply.of(429, "{}").after(2);
    }
    if (once(seq, ApiAction.DOWN_ONCE)) {
      return Reply.of(503, "{}");
    }
    if (bank.does(seq, ApiAction.KEY_KNOWN)) {
      return Reply.of(422, "{\"code\":\"KEY\",\"endToEndIds\":[]}");
    }
    if (bank.does(seq, ApiAction.IDS_STAND)) {
      return Reply.of(422, "{\"code\":\"ID\",\"endToEndIds\":[\"" + bulk.orders().get(0).endToEndId() + "\"]}");
    }
    if (bank.does(seq, ApiAction.NAME_KNOWN)) {
      return Reply.of(409, "{}");
    }
    return bank.does(seq, ApiAction.TEAPOT) ? Reply.of(418, "ấm trà") : null;
  }

  private Reply decide(BulkBody bulk, String key, String sha256, int size, Instant now) {
    Optional<ApiBooks.Bulk> known = bank.books().byKey(key);
    if (known.isPresent()) {
      if (known.get().sha256().equals(sha256)) {
        return accepted(known.get().bulkId());
      }
      bank.violation("a known key with another body", bulk.clientBulkId());
      return Reply.of(422, "{\"code\":\"KEY\",\"endToEndIds\":[]}");
    }
    if (bank.books().byName(bulk.clientBulkId()).isPresent()) {
      bank.violation("a known clientBulkId under another key", bulk.clientBulkId());
      return Reply.of(409, "{}");
    }
    if (!bulk.complaints().isEmpty()) {
      bulk.complaints().stream().limit(10).forEach(complaint -> bank.violation(complaint, bulk.clientBulkId()));
      return refused(bulk, bulk.code(), sha256, size, now);
    }
    if (bank.does(bulk.seq(), ApiAction.REFUSE_F2) || bank.does(bulk.seq(), ApiAction.REFUSE_F3)) {
      return refused(bulk, bank.does(bulk.seq(), ApiAction.REFUSE_F2) ? "F2" : "F3", sha256, size, now);
    }
    if (bank.does(bulk.seq(), ApiAction.REFUSE_STRANGELY)) {
      return refused(bulk, "F9", sha256, size, now);
    }
    List<String> existing = bank.books().existing(bulk.orders());
    if (!existing.isEmpty()) {
      bank.violation("ids stand already", bulk.clientBulkId());
      return Reply.of(422, "{\"code\":\"ID\",\"endToEndIds\":[" + existing.stream().map(id -> "\"" + id + "\"")
          .collect(Collectors.joining(",")) + "]}");
    }
    return accepted(bank.take(bulk, key, sha256, size, now));
  }

  private Reply refused(BulkBody bulk, String code, String sha256, int size, Instant now) {
    bank.books().enter(bulk, sha256, size, false, now);
    return Reply.of(400, "{\"code\":\"" + code + "\",\"text\":\"TU CHOI CA LO\"}");
  }

  private Reply afterBooking(BulkBody bulk, Reply reply) {
    if (once(bulk.seq(), ApiAction.BOOKED_THEN_500)) {
      return Reply.of(500, "{}");
    }
    if (once(bulk.seq(), ApiAction.BOOKED_THEN_CUT)) {
      return Reply.of(0, "");
    }
    if (once(bulk.seq(), ApiAction.BOOKED_THEN_ENDLESS)) {
      return endless(reply);
    }
    if (once(bulk.seq(), ApiAction.BOOKED_THEN_ENDLESS_ZIPPED)) {
      return endless(reply).packed();
    }
    if (once(bulk.seq(), ApiAction.EVENT_BEFORE_REPLY)) {
      BulkBody.Order first = bulk.orders().get(0);
      bank.events().send("{\"eventId\":\"early-" + first.endToEndId() + "\",\"type\":\"transfer.updated\",\"result\":{\"endToEndId\":\""
          + first.endToEndId() + "\",\"amount\":" + first.amount()
          + ",\"status\":\"PROCESSING\",\"code\":\"09\",\"text\":\"\",\"bankRef\":\"\",\"bookedAt\":null}}");
    }
    return reply;
  }

  private boolean once(int seq, ApiAction action) {
    return bank.does(seq, action) && bank.books().first(seq, action);
  }

  /** Would be understood, could it be read. */
  private static Reply endless(Reply reply) {
    return Reply.of(reply.status(), reply.body().replace("}", " ".repeat(32 << 20) + "}"));
  }

  private static Reply accepted(String bulkId) {
    return Reply.of(202, "{\"bulkId\":\"" + bulkId + "\",\"status\":\"RECEIVED\"}");
  }
}
