/** The settlement report for people, in count and dong, without personal data. */
@NullMarked
package vn.chitra.hub.reconciliation.report;

import org.jspecify.annotations.NullMarked;
