/** What partners reported: files into payment statuses, these matched set-wise to payments. */
@NullMarked
package vn.chitra.hub.inbound;

import org.jspecify.annotations.NullMarked;
