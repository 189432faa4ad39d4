/** Database access for the file table, set-wise. */
@NullMarked
package vn.chitra.hub.archive.jdbc;

import org.jspecify.annotations.NullMarked;
