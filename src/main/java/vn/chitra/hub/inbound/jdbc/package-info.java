/** Payment statuses, matched and applied set-wise. */
@NullMarked
package vn.chitra.hub.inbound.jdbc;

import org.jspecify.annotations.NullMarked;
