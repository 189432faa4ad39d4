/** What each act of a person does to payouts, legs, batches and cases. */
@NullMarked
package vn.chitra.hub.repair.jdbc;

import org.jspecify.annotations.NullMarked;
