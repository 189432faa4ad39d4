/** The register of files, set-wise. */
@NullMarked
package vn.chitra.hub.archive.jdbc;

import org.jspecify.annotations.NullMarked;
