package vn.chitra.hub.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import vn.chitra.hub.outbox.QueueState;

/** The room that is left on the disk of the hub's data folder. */
@Component
public class FreeDisk implements QueueState {

  private final DiskSettings settings;

  FreeDisk(DiskSettings settings) {
    this.settings = settings;
  }

  /**
   * @param free bytes that the hub may still write
   * @param scarce whether a person must make room, @param brokerStands whether the queues stand still
   */
  public record Space(long free, boolean scarce, boolean brokerStands) {}

  /** @throws UncheckedIOException when the folder is not there */
  public Space now() {
    long free = usable(settings.dataDir().toAbsolutePath());
    return new Space(free, free < settings.disk().warnBelow().toBytes(), free < settings.disk().minFree().toBytes());
  }

  @Override
  public boolean areStopped() {
    return now().brokerStands();
  }

  long usable(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
