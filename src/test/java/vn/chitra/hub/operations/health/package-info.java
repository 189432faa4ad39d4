/** Health entries of the hub. */
@NullMarked
package vn.chitra.hub.operations.health;

import org.jspecify.annotations.NullMarked;
