/** Inbound files of partners: archived, parsed into payment statuses, matched set-wise to payments. */
@NullMarked
package vn.chitra.hub.inbound;

import org.jspecify.annotations.NullMarked;
