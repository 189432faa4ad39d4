package vn.chitra.hub.channel.bankfile.camel;

/**
 * One payment in a bank's result, every field unchanged; {@code bank-csv} and {@code bank-fixed} have the same fields in different layouts.
 */
public interface ResultLine {

  String endToEndId();

  /** Dong, unjudged. */
  String amount();

  String status();

  String bankRef();

  /** {@code yyyyMMdd}, unjudged. */
  String bookDate();

  String text();
}
