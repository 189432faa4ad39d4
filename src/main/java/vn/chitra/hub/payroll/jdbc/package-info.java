/** Intake's two databases: the welfare database as a guest sees it, and the hub's own tables, both set-wise. */
@NullMarked
package vn.chitra.hub.payroll.jdbc;

import org.jspecify.annotations.NullMarked;
