/** The file table through JPA. */
@NullMarked
package vn.chitra.hub.archive.jpa;

import org.jspecify.annotations.NullMarked;
