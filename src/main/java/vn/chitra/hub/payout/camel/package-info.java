/** The steps that routes call in payout: plan, release, re-route. */
@NullMarked
package vn.chitra.hub.payout.camel;

import org.jspecify.annotations.NullMarked;
