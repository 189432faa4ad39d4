/** Wiring of Camel's components. */
@NullMarked
package vn.chitra.hub.config.camel;

import org.jspecify.annotations.NullMarked;
