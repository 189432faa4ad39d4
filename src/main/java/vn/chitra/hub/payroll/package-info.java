/** Intake of approved payrolls from the welfare database, and write-back of results to it. */
@NullMarked
package vn.chitra.hub.payroll;

import org.jspecify.annotations.NullMarked;
