/** Banks that exchange encrypted ISO 20022 messages: pain.001 out; pain.002, camt.054 and camt.053 in (contract §3). */
@NullMarked
package vn.chitra.hub.channel.iso20022;

import org.jspecify.annotations.NullMarked;
