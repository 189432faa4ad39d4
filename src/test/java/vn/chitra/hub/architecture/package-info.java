/** The plan of the classes, held against the classes of {@code src/main}. */
@NullMarked
package vn.chitra.hub.architecture;

import org.jspecify.annotations.NullMarked;
