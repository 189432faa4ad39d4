/** Database access for statements, with set-wise matching. */
@NullMarked
package vn.chitra.hub.reconciliation.statement.jdbc;

import org.jspecify.annotations.NullMarked;
