/** Payments, set-wise. */
@NullMarked
package vn.chitra.hub.batch.jdbc;

import org.jspecify.annotations.NullMarked;
