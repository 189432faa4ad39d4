/** How fast each partner format is written and read, and in how little memory: beside a plain copy of the same bytes. */
@NullMarked
package vn.chitra.hub.bench.formats;

import org.jspecify.annotations.NullMarked;
