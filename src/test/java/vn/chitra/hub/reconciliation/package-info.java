/** The month's close against a real database. */
@NullMarked
package vn.chitra.hub.reconciliation;

import org.jspecify.annotations.NullMarked;
