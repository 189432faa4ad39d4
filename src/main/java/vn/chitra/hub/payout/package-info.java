/** The core: payout, payment, channel policy, transition table. It depends on no partner. */
@NullMarked
package vn.chitra.hub.payout;

import org.jspecify.annotations.NullMarked;
