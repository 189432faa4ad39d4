/** Layouts of {@code bank-fixed} for Bindy. */
@org.jspecify.annotations.NullMarked
package vn.chitra.hub.channel.bankfixed.camel;
