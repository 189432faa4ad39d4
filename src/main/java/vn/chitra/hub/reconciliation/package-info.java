/** Settlement, expected files, month close. */
@NullMarked
package vn.chitra.hub.reconciliation;

import org.jspecify.annotations.NullMarked;
