/** Where the report's figures and its own history stand. */
@NullMarked
package vn.chitra.hub.reconciliation.report.jdbc;

import org.jspecify.annotations.NullMarked;
