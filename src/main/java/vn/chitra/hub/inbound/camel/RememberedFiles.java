package vn.chitra.hub.inbound.camel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;
import vn.chitra.hub.inbound.InboxMemory;

/**
 * Adapts a partner's {@link InboxMemory} to Camel's idempotent repository. Camel asks once for every file of the folder at every poll, so
 * the answer comes from memory.
 */
final class RememberedFiles extends ServiceSupport implements IdempotentRepository {

  private final InboxMemory memory;
  private final String partner;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  RememberedFiles(InboxMemory memory, String partner) {
    this.memory = memory;
    this.partner = partner;
  }

  @Override
  protected void doStart() {
    known.clear();
    known.addAll(memory.of(partner));
  }

  @Override
  public boolean add(String look) {
    memory.remember(partner, look);
    return known.add(look);
  }

  @Override
  public boolean contains(String look) {
    return known.contains(look);
  }

  @Override
  public boolean remove(String look) {
    memory.forget(partner, look);
    return known.remove(look);
  }

  @Override
  public boolean confirm(String look) {
    return true;
  }

  /** Does nothing: fetched files stay remembered. */
  @Override
  public void clear() {
    throw new UnsupportedOperationException("the memory of an inbox is not cleared");
  }
}
