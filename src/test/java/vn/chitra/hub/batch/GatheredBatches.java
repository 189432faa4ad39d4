package vn.chitra.hub.batch;

import java.util.List;
import vn.chitra.hub.partner.PartnerKind;

/** The open batches of every partner of some kinds, as the route {@code batch-gather} finds them, where a test runs no routes. */
public final class GatheredBatches {

  private GatheredBatches() {}

  public static List<Long> of(GatherBatches gather, List<PartnerKind> kinds) {
    return gather.partners(kinds).stream().flatMap(partner -> gather.gather(partner).stream()).toList();
  }
}
