/** The route bean for the name check. */
@NullMarked
package vn.chitra.hub.account.name.camel;

import org.jspecify.annotations.NullMarked;
