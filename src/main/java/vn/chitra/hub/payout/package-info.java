/** The core: payout, payment, channel policy, state table. Knows no partner. */
@NullMarked
package vn.chitra.hub.payout;

import org.jspecify.annotations.NullMarked;
