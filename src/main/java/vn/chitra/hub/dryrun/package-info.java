/** The dry run of a payroll: intake, planning and batching over temporary tables, in a transaction that may write nothing else. */
@NullMarked
package vn.chitra.hub.dryrun;

import org.jspecify.annotations.NullMarked;
