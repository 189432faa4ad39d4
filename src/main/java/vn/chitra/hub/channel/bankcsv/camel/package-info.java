/** Layouts of {@code bank-csv} for Bindy. */
@org.jspecify.annotations.NullMarked
package vn.chitra.hub.channel.bankcsv.camel;
