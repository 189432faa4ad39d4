/** The register of files. */
@NullMarked
package vn.chitra.hub.archive.jpa;

import org.jspecify.annotations.NullMarked;
