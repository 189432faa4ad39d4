/** Payment statuses, matched and applied set-wise. */
@NullMarked
package vn.chitra.hub.confirmation.jdbc;

import org.jspecify.annotations.NullMarked;
