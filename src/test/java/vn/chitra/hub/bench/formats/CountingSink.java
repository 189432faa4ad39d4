package vn.chitra.hub.bench.formats;

import vn.chitra.hub.channel.iso20022.IsoLine;
import vn.chitra.hub.channel.iso20022.IsoNotice;
import vn.chitra.hub.channel.iso20022.IsoSink;
import vn.chitra.hub.channel.iso20022.StatementEntry;

/** Counts payments and booked entries; a notice has no place in these files. */
final class CountingSink implements IsoSink {

  private long lines;

  @Override
  public void line(IsoLine line) {
    lines++;
  }

  @Override
  public void entry(StatementEntry entry) {
    lines++;
  }

  @Override
  public void notice(IsoNotice notice) {
    throw new IllegalStateException(notice.toString());
  }

  long lines() {
    return lines;
  }
}
