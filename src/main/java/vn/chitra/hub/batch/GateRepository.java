package vn.chitra.hub.batch;

import java.util.List;
import vn.chitra.hub.archive.SentJournal.Series;

/** What the database knows of the files that left, and whether files may leave. */
public interface GateRepository {

  /** @param generation 0 before the first start */
  record State(int generation, boolean open) {}

  /** @param sent false while no send of it has begun */
  record Numbered(long batchId, Series series, int seq, String sha256, boolean sent) {}

  State state();

  /** As {@link #state}, and nobody else changes it until the transaction ends. */
  State lock();

  void stop(String why);

  void open(int generation);

  /** The last number given, 0 for none. */
  int lastNumber(Series series);

  /** Every numbered batch. */
  List<Numbered> numbers();

  Manifest manifestOf(long batchId);

  /** What is gathered and has no number goes back to be gathered again. */
  void emptyOpenBatches();

  /**
   * A file that the database has forgotten is reattached, in doubt whether the partner holds it; its payments are in it. An earlier file
   * that carried one of them was refused, for only then does a payment travel again. In order of the numbers.
   */
  void adopt(Manifest forgotten);
}
