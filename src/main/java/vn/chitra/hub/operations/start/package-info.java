/** What the hub says of itself when it starts. */
@NullMarked
package vn.chitra.hub.operations.start;

import org.jspecify.annotations.NullMarked;
