package vn.chitra.hub.channel.bankfile.camel;

import org.apache.camel.dataformat.bindy.FormatFactory;
import org.apache.camel.dataformat.bindy.format.factories.DefaultFactoryRegistry;

/** Bindy's value formats without a Camel context: layouts name no converter and no bean. */
public final class BindyFormats {

  private BindyFormats() {}

  public static FormatFactory fresh() {
    FormatFactory formats = new FormatFactory();
    formats.setFactoryRegistry(new DefaultFactoryRegistry());
    return formats;
  }
}
