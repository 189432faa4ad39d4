package vn.chitra.hub.batch;

import java.util.List;

/** A build whose bytes fail their verification, for tests outside of this package. */
public final class Unverified {

  private Unverified() {}

  public static UnverifiedBytes batch(long batchId) {
    return new UnverifiedBytes(batchId, List.of("dòng 3, số tiền: ghi 1, cần 2"));
  }
}
