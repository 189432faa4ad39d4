package vn.chitra.hub.batch;

import java.util.List;
import vn.chitra.hub.archive.SentJournal.Series;

/** Database access of the send gate: the numbered files in the database, and whether files may leave. */
public interface GateRepository {

  /** @param generation 0 before the first start */
  record State(int generation, boolean open) {}

  /** @param sent false while no send of it has begun */
  record Numbered(long batchId, Series series, int seq, String sha256, boolean sent) {}

  State state();

  /** As {@link #state}, with a lock until the transaction ends. */
  State lock();

  void stop(String why);

  void open(int generation);

  /** The last number given, 0 for none. */
  int lastNumber(Series series);

  /** Every numbered batch. */
  List<Numbered> numbers();

  Manifest manifestOf(long batchId);

  /** Returns gathered payments without a file number, so that they are gathered again. */
  void emptyOpenBatches();

  /**
   * Adds a file that the database has lost, in doubt whether the partner holds it, with its payments. An earlier file with one of these
   * payments was refused, because only then a payment travels again. To be called in the order of the numbers.
   */
  void adopt(Manifest forgotten);
}
