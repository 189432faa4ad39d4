/** Payments, set-wise. */
@NullMarked
package vn.chitra.hub.dispatch.jdbc;

import org.jspecify.annotations.NullMarked;
