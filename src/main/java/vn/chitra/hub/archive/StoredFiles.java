package vn.chitra.hub.archive;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The register of files. */
public interface StoredFiles extends Repository<StoredFile, Long> {

  StoredFile save(StoredFile file);

  Optional<StoredFile> findById(long id);

  boolean existsByDirectionAndPartnerAndContentKey(StoredFile.Direction direction, String partner, String contentKey);

  boolean existsByPartnerAndFolderAndName(String partner, String folder, String name);
}
