/** What each action of a person does to payouts, payments, batches and cases. */
@NullMarked
package vn.chitra.hub.repair.jdbc;

import org.jspecify.annotations.NullMarked;
