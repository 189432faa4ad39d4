/** The settlement report: figures, spreadsheet, page, and when it is written. */
@NullMarked
package vn.chitra.hub.reconciliation.report;

import org.jspecify.annotations.NullMarked;
