/** OpenPGP by Camel's data format. */
@NullMarked
package vn.chitra.hub.dispatch.iso.camel;

import org.jspecify.annotations.NullMarked;
