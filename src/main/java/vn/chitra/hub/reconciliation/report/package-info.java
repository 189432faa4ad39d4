/** The settlement report: for people, in count and dong, without anything personal. */
@NullMarked
package vn.chitra.hub.reconciliation.report;

import org.jspecify.annotations.NullMarked;
