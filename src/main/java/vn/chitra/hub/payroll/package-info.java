/** Intake of approved payrolls from the welfare database, and what is written back to it. */
@NullMarked
package vn.chitra.hub.payroll;

import org.jspecify.annotations.NullMarked;
