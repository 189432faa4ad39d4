/** Planted: breaks rules of the hub on purpose. */
@NullMarked
package vn.chitra.planted.hub.support;

import org.jspecify.annotations.NullMarked;
