package vn.chitra.hub.dispatch;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All batches. */
public interface Batches extends Repository<Batch, Long> {

  Batch save(Batch batch);

  /** Sends pending changes to the database at once, so that set-wise SQL in the same transaction sees them. */
  Batch saveAndFlush(Batch batch);

  Optional<Batch> findById(long id);

  Optional<Batch> findByPartnerAndKindAndFolderAndSeq(String partner, Batch.Kind kind, String folder, int seq);

  List<Batch> findByStateAndPartnerOrderById(BatchState state, String partner);
}
