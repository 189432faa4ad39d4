/** The effects of each action of a person on payouts, payments, batches and cases. */
@NullMarked
package vn.chitra.hub.repair.action;

import org.jspecify.annotations.NullMarked;
