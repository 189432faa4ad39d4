/** What must be said before the hub starts, and what it says when it is not. */
@NullMarked
package vn.chitra.hub.config.start;

import org.jspecify.annotations.NullMarked;
