/** Record layouts of {@code bank-fixed} as Bindy classes. */
@org.jspecify.annotations.NullMarked
package vn.chitra.hub.channel.bankfixed.camel;
