/** Documents that must say what the code says. */
@NullMarked
package vn.chitra.hub.documents;

import org.jspecify.annotations.NullMarked;
