/** Database access for the report's figures and the list of written reports. */
@NullMarked
package vn.chitra.hub.reconciliation.report.jdbc;

import org.jspecify.annotations.NullMarked;
