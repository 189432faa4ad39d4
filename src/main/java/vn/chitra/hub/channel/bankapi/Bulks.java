package vn.chitra.hub.channel.bankapi;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.chitra.hub.partner.PartnerProfile;

/** What is kept of a bulk beside its batch: the bank's id for it, when it was asked about. */
public interface Bulks {

  Optional<String> idOf(long batchId);

  void keepId(long batchId, String bulkId);

  /** Batches to be asked about now, those longest unasked first. @param now business time */
  List<Long> due(PartnerProfile partner, Instant now, int most);

  /** @param at business time */
  void queried(long batchId, Instant at);

  /** The last page of a walk that said DONE throughout was read. */
  void namedAll(long batchId);

  boolean isNamedAll(long batchId);

  /**
   * The bank took nothing of the bulk because ids of it stand already: words about its payments prove nothing of it, and the bulks in which
   * those payments travelled before are asked about. Should the payments ever come back, those named stay where they are until a person
   * decides.
   */
  void idsStand(long batchId, Collection<String> endToEndIds);

  boolean hasExistingIds(long batchId);
}
