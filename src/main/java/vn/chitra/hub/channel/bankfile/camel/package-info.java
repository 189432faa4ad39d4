/** Record layouts of banks' answer files as Bindy classes: every field as said, judged by the readers. */
@NullMarked
package vn.chitra.hub.channel.bankfile.camel;

import org.jspecify.annotations.NullMarked;
