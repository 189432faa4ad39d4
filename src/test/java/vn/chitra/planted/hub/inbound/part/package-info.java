@NullMarked
package vn.chitra.planted.hub.inbound.part;

import org.jspecify.annotations.NullMarked;
