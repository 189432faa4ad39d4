/** The steps of telling and sending. */
@NullMarked
package vn.chitra.hub.alert.camel;

import org.jspecify.annotations.NullMarked;
