package vn.chitra.hub.account.opening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.bankfile.OpeningReply;

/** Who was asked for at the bank, and what became of it; every verb takes part in the caller's transaction. */
public interface OpeningRequests {

  /** Candidates of whom nothing was asked since then, and who were not looked at on that day; in a steady order. */
  List<String> candidates(Instant requestedAfter, LocalDate today, int most);

  void lookedAt(Collection<String> entitlements, LocalDate today);

  /** The payees of these entitlements, as the welfare database knows them on that day; those with an account are left out. */
  List<Applicant> applicants(Collection<String> entitlements, LocalDate today);

  /** A living request for that person, asked for after then. */
  Optional<String> existing(String personalNo, Instant requestedAfter);

  /** The entitlement shares the answer to a request that stands already, an account that is open already too. */
  void share(String requestId, String entitlementId, String bankBin);

  /** How often the entitlement was asked for in files that the bank took. */
  int attempts(String entitlementId);

  /** @param entitlements of each request, by its id */
  void request(long batchId, List<OpeningRequest> requests, Map<String, List<String>> entitlements, Instant now);

  /** Kept answer files that were not taken yet, oldest first. */
  List<Long> repliesToTake();

  /** The hash of the part that stands. */
  Optional<String> partThatStands(long batchId, int part);

  void note(long fileId, Answered answered);

  /** Moves the requests of the batch's bank; an account that is open stays open. */
  Moves apply(String partner, List<OpeningReply.Line> lines, String bankBin, Instant now);

  /** Whether a closing part and every part before it are here. */
  boolean isComplete(long batchId);

  /** Requests of the batch that no part names. */
  int unnamed(long batchId);

  /** Accounts that wait to be told. */
  long due();

  /** Tells the welfare database what it is not known to know. @return how many */
  int report();

  /** @param batchId null when the answer is to no file of ours, @param state TAKEN, REPEATED, CONFLICT or UNKNOWN */
  record Answered(@Nullable Long batchId, int part, boolean closing, String state) {}

  /** @param moved requests, @param unknown lines with ids that are not ours, @param contradicting lines against an open account */
  record Moves(int moved, int unknown, int contradicting) {}
}
