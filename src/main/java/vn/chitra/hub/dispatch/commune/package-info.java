/** Lists for communes: printable spreadsheets. */
@NullMarked
package vn.chitra.hub.dispatch.commune;

import org.jspecify.annotations.NullMarked;
