/** Database access for payouts, payments and the settlement's bookings, set-wise. */
@NullMarked
package vn.chitra.hub.payout.jdbc;

import org.jspecify.annotations.NullMarked;
