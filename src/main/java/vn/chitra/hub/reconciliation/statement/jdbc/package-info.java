/** Storage and set-wise matching of statements. */
@NullMarked
package vn.chitra.hub.reconciliation.statement.jdbc;

import org.jspecify.annotations.NullMarked;
