package vn.chitra.hub.channel.bankfile.camel;

/** What a bank says of one payment, every field as said; both bank files say the same things in different layouts. */
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
