/** Planted: breaks rules of the house on purpose. */
@NullMarked
package vn.chitra.planted.hub.repair;

import org.jspecify.annotations.NullMarked;
