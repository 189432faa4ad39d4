/** Planted: breaks rules of the hub on purpose. */
@NullMarked
package vn.chitra.planted.hub.inbound;

import org.jspecify.annotations.NullMarked;
