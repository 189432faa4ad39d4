package vn.chitra.hub.batch;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The repository of batches. */
public interface Batches extends Repository<Batch, Long> {

  Batch save(Batch batch);

  /** Sends pending changes to the database at once, so that set-wise SQL in the same transaction sees them. */
  Batch saveAndFlush(Batch batch);

  Optional<Batch> findById(long id);

  /** As {@link #findById}, with a lock until the transaction ends, so that decisions from its state stay valid. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<Batch> findLockedById(long id);

  /** As a lookup by number, with a lock, for an answer to the batch: batch and payments are read after earlier transactions have ended. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<Batch> findByPartnerAndKindAndFolderAndSeq(String partner, Batch.Kind kind, String folder, int seq);

  /** The ids of the partner's open batches, in their order. */
  @Query("select b.id from Batch b where b.state = vn.chitra.hub.batch.BatchState.OPEN and b.partner = :partner order by b.id")
  List<Long> open(@Param("partner") String partner);
}
