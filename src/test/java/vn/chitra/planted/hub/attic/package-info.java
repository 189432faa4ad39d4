/** Planted: breaks rules of the hub on purpose. */
@NullMarked
package vn.chitra.planted.hub.attic;

import org.jspecify.annotations.NullMarked;
