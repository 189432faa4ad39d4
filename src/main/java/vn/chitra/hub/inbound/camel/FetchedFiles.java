package vn.chitra.hub.inbound.camel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.component.file.GenericFile;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.inbound.InboxMemory;
import vn.chitra.hub.inbound.InboxMemory.Fetched;
import vn.chitra.hub.partner.PartnerProfile;

/**
 * Decides by a file's looks, its size and time, whether it is fetched: not twice while it looks the same, and where the partner does not
 * rename its files into place, only once it looks as in the poll before. Used by one poll at a time.
 */
final class FetchedFiles {

  private final InboxMemory memory;
  private final PartnerProfile partner;
  private final Map<String, Fetched> fetched = new HashMap<>();
  private final Set<String> foldersThatRefuse = new HashSet<>();
  private Map<String, String> before = Map.of();
  private Map<String, String> now = new HashMap<>();

  FetchedFiles(InboxMemory memory, PartnerProfile partner) {
    this.memory = memory;
    this.partner = partner;
  }

  /** Reads what is remembered. */
  synchronized void load() {
    fetched.clear();
    memory.of(partner.id()).forEach(file -> fetched.put(file.path(), file));
  }

  synchronized void beginPoll() {
    before = now;
    now = new HashMap<>();
    foldersThatRefuse.clear();
  }

  /** Whether something is to be done about the file in this poll: fetched, or only moved. */
  synchronized boolean isDue(GenericFile<?> file) {
    String path = file.getAbsoluteFilePath();
    String look = look(file);
    Fetched known = fetched.get(path);
    if (known != null && known.look().equals(look)) {
      return known.doneName() != null;
    }
    now.put(path, look);
    boolean grows = known != null && known.doneName() == null && partner.moveToDone();
    return partner.renamesIntoPlace() && !grows || look.equals(before.get(path));
  }

  /** The name for {@code done/} of a file that was fetched before and looks as it did; null for one that must be fetched. */
  synchronized @Nullable String nameToMoveTo(GenericFile<?> file) {
    Fetched known = fetched.get(file.getAbsoluteFilePath());
    return known != null && known.look().equals(look(file)) ? known.doneName() : null;
  }

  /** @param doneName null where the file stays */
  synchronized void remember(GenericFile<?> file, @Nullable String doneName) {
    Fetched one = new Fetched(file.getAbsoluteFilePath(), look(file), doneName);
    if (!one.equals(fetched.put(one.path(), one))) {
      memory.remember(partner.id(), one);
    }
  }

  synchronized void forget(GenericFile<?> file) {
    if (fetched.remove(file.getAbsoluteFilePath()) != null) {
      memory.forget(partner.id(), file.getAbsoluteFilePath());
    }
  }

  /** Whether a move out of the folder may be tried; one that fails is the last of its poll there. */
  synchronized boolean mayMoveFrom(String folder) {
    return !foldersThatRefuse.contains(folder);
  }

  synchronized void cannotMoveFrom(String folder) {
    foldersThatRefuse.add(folder);
  }

  private static String look(GenericFile<?> file) {
    return file.getFileLength() + "-" + file.getLastModified();
  }
}
