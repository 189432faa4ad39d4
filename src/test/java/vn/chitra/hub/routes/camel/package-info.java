/** The route files as Camel reads them. */
@NullMarked
package vn.chitra.hub.routes.camel;

import org.jspecify.annotations.NullMarked;
