/** Intake's access to two databases: the welfare database, read only, and the hub's own tables; both set-wise. */
@NullMarked
package vn.chitra.hub.payroll.jdbc;

import org.jspecify.annotations.NullMarked;
