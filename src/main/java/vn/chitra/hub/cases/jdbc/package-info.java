/** Database access for cases. */
@NullMarked
package vn.chitra.hub.cases.jdbc;

import org.jspecify.annotations.NullMarked;
