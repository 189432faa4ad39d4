/** Record layouts of {@code bank-csv} as Bindy classes. */
@org.jspecify.annotations.NullMarked
package vn.chitra.hub.channel.bankcsv.camel;
