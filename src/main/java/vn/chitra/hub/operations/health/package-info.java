/** Health and metrics. */
@NullMarked
package vn.chitra.hub.operations.health;

import org.jspecify.annotations.NullMarked;
