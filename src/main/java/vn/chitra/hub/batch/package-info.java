/** Payments into batches, batches into verified and numbered bytes, bytes to the partner with proof. */
@NullMarked
package vn.chitra.hub.batch;

import org.jspecify.annotations.NullMarked;
