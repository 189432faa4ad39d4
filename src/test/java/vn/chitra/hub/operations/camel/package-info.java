/** Tests of what Camel's events tell. */
@NullMarked
package vn.chitra.hub.operations.camel;

import org.jspecify.annotations.NullMarked;
