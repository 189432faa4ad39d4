/** Statements of the funding accounts: chained day by day, matched by amount to files and returned payments, checked in total. */
@NullMarked
package vn.chitra.hub.reconciliation.statement;

import org.jspecify.annotations.NullMarked;
