package vn.chitra.hub.archive;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The repository of files. */
public interface StoredFiles extends Repository<StoredFile, Long> {

  StoredFile save(StoredFile file);

  /** Sends pending changes to the database at once, so that set-wise SQL in the same transaction sees them. */
  StoredFile saveAndFlush(StoredFile file);

  Optional<StoredFile> findById(long id);
}
