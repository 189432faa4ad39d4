package vn.chitra.hub.account.opening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.bankfile.OpeningReply;

/** The account-opening requests and their results; every verb takes part in the caller's transaction. */
public interface OpeningRequests {

  /** Candidates without a request since then, and not checked on that day; in a stable order. Those with one count as checked. */
  List<String> candidates(Instant requestedAfter, LocalDate today, int most);

  void lookedAt(Collection<String> entitlements, LocalDate today);

  /** The payees of these entitlements, by the welfare database on that day; those with an account are left out. */
  List<Applicant> applicants(Collection<String> entitlements, LocalDate today);

  /** An open request for that person, made after the given time. */
  Optional<String> existing(String personalNo, Instant requestedAfter);

  /** The entitlement shares the answer to an existing request, also an account that is open already. */
  void share(String requestId, String entitlementId, String bankBin);

  /** The number of requests for the entitlement in files that the bank accepted. */
  int attempts(String entitlementId);

  /** @param entitlements of each request, by its id */
  void request(long batchId, List<OpeningRequest> requests, Map<String, List<String>> entitlements, Instant now);

  /** Kept answer files that were not taken yet, oldest first. */
  List<Long> repliesToTake();

  /** The hash of the stored part. */
  Optional<String> partThatStands(long batchId, int part);

  void note(long fileId, Answered answered);

  /** Whether a file was built for the bank on that day in Vietnam. */
  boolean isRequestedOn(String bank, LocalDate day);

  /** Moves the requests of the batch's bank; an account that is open stays open. */
  Moves apply(String partner, List<OpeningReply.Line> lines, String bankBin, Instant now);

  /** Whether a closing part and every part before it have arrived. */
  boolean isComplete(long batchId);

  /** Requests of the batch that no part names. */
  int unnamed(long batchId);

  /** The number of opened accounts that wait to be reported. */
  long due();

  /** Reports opened accounts to the welfare database until it holds all of them. @return how many */
  int report();

  /** @param batchId null when the answer is to no file of ours, @param state TAKEN, REPEATED, CONFLICT or UNKNOWN */
  record Answered(@Nullable Long batchId, int part, boolean closing, String state) {}

  /** @param moved requests, @param unknown lines with ids that are not ours, @param contradicting lines against an open account */
  record Moves(int moved, int unknown, int contradicting) {}
}
