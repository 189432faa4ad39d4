/** Builds batches from payments, verified and numbered files from batches, and sends the files to the partner with proof. */
@NullMarked
package vn.chitra.hub.batch;

import org.jspecify.annotations.NullMarked;
