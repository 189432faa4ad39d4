package vn.chitra.hub.channel.bankapi;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.chitra.hub.partner.PartnerProfile;

/** The data of a bulk that its batch does not hold: the bank's id for it, and the times of our queries. */
public interface Bulks {

  Optional<String> idOf(long batchId);

  void keepId(long batchId, String bulkId);

  /** Batches that are due for a query, the longest unqueried first. @param now business time */
  List<Long> due(PartnerProfile partner, Instant now, int most);

  /** @param at business time */
  void queried(long batchId, Instant at);

  /** Records that the last page of a query was parsed in which every page was DONE. */
  void namedAll(long batchId);

  boolean isNamedAll(long batchId);

  /**
   * Records that the bank refused the whole bulk because some of its ids exist already. Statuses of its payments then prove nothing about
   * this bulk, and the bulks in which those payments travelled before are queried. If the payments are taken back later, those with named
   * ids stay frozen until a person decides.
   */
  void idsStand(long batchId, Collection<String> endToEndIds);

  boolean hasExistingIds(long batchId);
}
