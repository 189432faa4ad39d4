package vn.chitra.hub.batch;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/** All batches. */
public interface Batches extends Repository<Batch, Long> {

  Batch save(Batch batch);

  /** Sends pending changes to the database at once, so that set-wise SQL in the same transaction sees them. */
  Batch saveAndFlush(Batch batch);

  Optional<Batch> findById(long id);

  /** As {@link #findById}, and nobody else changes it until the transaction ends: what is decided from its state stays right. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<Batch> findLockedById(long id);

  /**
   * Locked, for an answer to it is about to be heard: what is asked of the batch and its payments is asked after those before have ended.
   */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<Batch> findByPartnerAndKindAndFolderAndSeq(String partner, Batch.Kind kind, String folder, int seq);

  List<Batch> findByStateAndPartnerOrderById(BatchState state, String partner);
}
