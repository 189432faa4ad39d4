/** The hub's report at its start. */
@NullMarked
package vn.chitra.hub.operations.start;

import org.jspecify.annotations.NullMarked;
