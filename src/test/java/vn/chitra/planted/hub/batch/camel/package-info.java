/** Planted: breaks rules of the hub on purpose. */
@NullMarked
package vn.chitra.planted.hub.batch.camel;

import org.jspecify.annotations.NullMarked;
