/** The steps of the name check. */
@NullMarked
package vn.chitra.hub.account.name.camel;

import org.jspecify.annotations.NullMarked;
