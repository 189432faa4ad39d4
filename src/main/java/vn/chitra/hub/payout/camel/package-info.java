/** Route beans of planning and release. */
@NullMarked
package vn.chitra.hub.payout.camel;

import org.jspecify.annotations.NullMarked;
