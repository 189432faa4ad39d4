/** The settlement's figures. */
@NullMarked
package vn.chitra.hub.reconciliation.jdbc;

import org.jspecify.annotations.NullMarked;
