/** The audit trail: who did what and why, chained by hash. */
@NullMarked
package vn.chitra.hub.audit;

import org.jspecify.annotations.NullMarked;
