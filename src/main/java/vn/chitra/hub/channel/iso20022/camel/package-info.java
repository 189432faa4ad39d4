/** OpenPGP on Camel's data format. */
@NullMarked
package vn.chitra.hub.channel.iso20022.camel;

import org.jspecify.annotations.NullMarked;
