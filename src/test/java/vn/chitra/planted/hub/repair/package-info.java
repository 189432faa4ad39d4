/** Planted: breaks rules of the hub on purpose. */
@NullMarked
package vn.chitra.planted.hub.repair;

import org.jspecify.annotations.NullMarked;
