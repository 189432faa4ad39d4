/** What a bank says in ISO 20022: pain.002, camt.054 and camt.053 into the hub's own words. */
@NullMarked
package vn.chitra.hub.channel.iso20022;

import org.jspecify.annotations.NullMarked;
