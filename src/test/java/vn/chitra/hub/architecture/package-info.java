/** The plan of the house, held against the classes of {@code src/main}. */
@NullMarked
package vn.chitra.hub.architecture;

import org.jspecify.annotations.NullMarked;
