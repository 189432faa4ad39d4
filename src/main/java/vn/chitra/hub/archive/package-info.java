/** Exact bytes that came or went, kept under their hash. */
@NullMarked
package vn.chitra.hub.archive;

import org.jspecify.annotations.NullMarked;
