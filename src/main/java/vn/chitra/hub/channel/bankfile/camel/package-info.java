/** Record layouts of banks' answer files as Bindy classes: every field unchanged; the parsers check them. */
@NullMarked
package vn.chitra.hub.channel.bankfile.camel;

import org.jspecify.annotations.NullMarked;
