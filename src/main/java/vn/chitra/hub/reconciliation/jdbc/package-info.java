/** Database access for the settlement. */
@NullMarked
package vn.chitra.hub.reconciliation.jdbc;

import org.jspecify.annotations.NullMarked;
